/** What somebody may do with one video, from least to most. Author and administrators `manage`. */
export const ROLES = ['view', 'comment', 'control', 'manage'] as const;
export type Role = (typeof ROLES)[number];

export type Capability =
  | 'video.view'
  | 'comment.post'
  | 'comment.moderate'
  | 'comment.resolve'
  | 'like.set'
  | 'reaction.post'
  | 'picture.point'
  | 'screening.start'
  | 'screening.manage'
  | 'playback.control'
  | 'video.edit';

const LEAST_ROLE: Record<Capability, Role> = {
  'video.view': 'view',
  'comment.post': 'comment',
  'like.set': 'comment',
  'reaction.post': 'comment',
  'picture.point': 'comment',
  'screening.start': 'control',
  'playback.control': 'control',
  'comment.resolve': 'control',
  'screening.manage': 'manage',
  'comment.moderate': 'manage',
  'video.edit': 'manage',
};

/** Whether `role` carries `capability`. Control modes and authorship narrow or widen this where they apply. */
export const can = (role: Role, capability: Capability): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[capability]);
