// A process of its own: importing wrangler costs 280 MB, which the running product should not carry.
import { unstable_getMiniflareWorkerOptions } from 'wrangler';

const { modulesRules: _, ...options } = unstable_getMiniflareWorkerOptions('wrangler.toml').workerOptions;
process.stdout.write(JSON.stringify(options));
