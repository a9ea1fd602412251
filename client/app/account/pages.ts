/** The pages of one's account, fetched together. */
export { ActivityPage } from './activity-page.tsx';
export { KeysPage } from './keys-page.tsx';
export { ProfilePage } from './profile-page.tsx';
export { SecurityPage } from './security-page.tsx';
