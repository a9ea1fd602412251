import { can, type Capability } from '#protocol/capability.ts';
import type { Identity } from '#protocol/ticket.ts';
import { Refusal } from '../refusal.ts';

/** Throws FORBIDDEN unless the role carries the capability. */
export function requireCapability(identity: Identity, capability: Capability, message: string): void {
  if (!can(identity.role, capability)) throw new Refusal('FORBIDDEN', message);
}

/** The sender as somebody. Throws UNAUTHENTICATED for a visitor without a name. */
export function requireNamed(identity: Identity, toDoWhat: string): Identity & { userId: string } {
  const { userId } = identity;
  if (userId === null) throw new Refusal('UNAUTHENTICATED', `Tell us your name to ${toDoWhat}.`);
  return { ...identity, userId };
}
