import type { Recap } from '#protocol/recap.ts';
import { can } from '#protocol/capability.ts';
import type { Role } from '#protocol/role.ts';

/**
 * A recap as one viewer sees it. Who was there is told to those who were, and to managers: whoever else may see the
 * video learns how many they were, what was said, and what was played.
 */
export function recapFor(recap: Recap, viewer: { wasThere: boolean; role: Role }): Recap {
  if (viewer.wasThere || can(viewer.role, 'screening.manage')) return recap;
  return {
    ...recap,
    attendees: [],
    timeline: recap.timeline.map((entry) => ({ ...entry, byName: null })),
  };
}
