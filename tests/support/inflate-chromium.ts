// A process of its own: the package unpacks into the folder named by TMPDIR, which chromium.ts sets for it.
import { join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';
import { projectRoot } from '../../worker/local/project-root.ts';

await chromium.executablePath();
// The libraries a bare Debian lacks (libnss3 and others); used only where the system's are missing.
await inflate(join(projectRoot, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
