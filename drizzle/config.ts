import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./drizzle/schema/*.ts'],
  out: './drizzle/migrations',
  // Only `npm run db:migrate` asks for it: the owner's address.
  dbCredentials: { url: process.env['OWNER_DATABASE_URL'] ?? '' },
});
