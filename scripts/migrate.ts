import { withServices } from '@/scripts/with-services';

// npm run db:migrate: makes the database if it is not there and brings its tables up to date.
await withServices(() => Promise.resolve(console.log('Database: up to date.')));
