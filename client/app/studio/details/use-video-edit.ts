import { useEffect, useMemo } from 'preact/hooks';
import { useShell } from '../../shell/shell.ts';
import { useLook } from '../saving/use-look.ts';
import { editVideo, type LoadedVideo, type Video, type VideoAutosave } from './video-edit.ts';

/** The editing of one video for as long as it is drawn; what is waiting is sent on the way out. */
export function useVideoEdit(loaded: LoadedVideo, onSeen: (video: Video) => void): VideoAutosave {
  const { userId } = useShell().member.peek();
  const edit = useMemo(() => editVideo(loaded, userId, onSeen), [loaded.video.id]);
  const look = useMemo(() => () => edit.look(), [edit]);
  useLook(look);
  useEffect(() => () => edit.stop(), [edit]);
  return edit;
}
