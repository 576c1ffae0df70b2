import { z } from 'zod';

// The page's content security policy forbids eval: without this the schema library would try it once and be reported.
z.config({ jitless: true });
