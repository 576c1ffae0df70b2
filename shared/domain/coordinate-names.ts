const latitudeWord = /(^|[^a-z])(lat|latitude|breitengrad|breite)(?![a-z])/i;
const longitudeWord = /(^|[^a-z])(lon|lng|long|longitude|l[äa]ngengrad|l[äa]nge)(?![a-z])/i;

/** Whether a column is called by a word for how far north something is. */
export const namesLatitude = (name: string): boolean => latitudeWord.test(name);

/** Whether a column is called by a word for how far east something is. */
export const namesLongitude = (name: string): boolean => longitudeWord.test(name);

/** What a name says beside the word: the same of both halves of one position, such as `home_lat` and `home_lng`. */
export const besideCoordinateWord = (name: string): string =>
  name.replace(latitudeWord, '$1').replace(longitudeWord, '$1').toLowerCase();
