/** What the room takes from the worker's environment. */
export interface RoomEnv {
  /** Neon, role lockstep_app; the room acts as service:room. */
  DATABASE_URL: string;
}
