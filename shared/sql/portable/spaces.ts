/** What is cut off around a value: RE2's white space and the no-break space. */
export const aroundValues = '\t\n\f\r \u00a0';

/** Unicode's space separators (Zs), which is what DuckDB's own `trim` cuts off. */
export const separators =
  ' \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
