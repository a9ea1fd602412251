/** What the room takes from the worker's environment. */
export interface RoomEnv {
  /** Neon, role lockstep_app; the room acts as service:room. */
  DATABASE_URL: string;
  /** What sends an organization's webhooks; told when a flush has written messages for it. */
  WEBHOOKS: { getByName(organizationId: string): { nudge(organizationId: string): Promise<void> } };
}
