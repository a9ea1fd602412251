// `npm start` and `npm run dev`. Code is compiled once and kept: a second start is twice as quick.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

enableCompileCache(join(projectRoot, 'node_modules/.cache/lockstep/compiled'));
const { startProduct } = await import('./product.ts');
await startProduct({ isWatching: process.argv.includes('--watch') });
