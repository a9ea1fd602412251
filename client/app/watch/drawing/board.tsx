import { useEffect, useRef } from 'preact/hooks';
import { pictureOf } from '../picture.ts';
import { presentMoment, useWatch } from '../watch.ts';
import { hindranceOf } from '../screening/steering-rules.ts';
import { isSameMoment } from './stand-at.ts';
import { StrokesView } from './strokes-view.tsx';
import { pointIn } from './strokes.ts';

/** The picture as paper: takes pen, finger and mouse, over a copy of the frame that stays whatever others do. */
export function Board() {
  const watch = useWatch();
  const { desk } = pictureOf(watch);
  const paper = useRef<HTMLDivElement>(null);
  const copy = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const player = watch.player.peek();
    const video = player?.video;
    if (!player || !video) return undefined;
    let isCopied = false;
    const take = () => {
      if (isCopied || video.seeking || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
      const wanted = watch.writing.moment.peek()?.positionSeconds ?? player.positionSeconds;
      const isThere = video.paused && isSameMoment(player.positionSeconds, wanted);
      if (!isThere && hindranceOf(watch.state.peek()) === null) return;
      isCopied = copyFrame(video, copy.current);
      // A picture that goes on has moved since drawing was asked for: the copy is what it is about.
      if (isCopied && !isThere) watch.writing.moment.value = presentMoment(watch);
    };
    take();
    player.addEventListener('timeupdate', take);
    return () => player.removeEventListener('timeupdate', take);
  }, [watch]);

  const boxOf = () => paper.current?.getBoundingClientRect() ?? new DOMRect();
  const onPointerDown = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    paper.current?.setPointerCapture(event.pointerId);
    const box = boxOf();
    desk.begin(pointIn(box, event), box.height / box.width || 1);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (desk.current.peek() === null || !event.isPrimary) return;
    const box = boxOf();
    // A pen reports more often than the page is drawn.
    const moves = event.getCoalescedEvents?.() ?? [];
    desk.extend((moves.length > 0 ? moves : [event]).map((move) => pointIn(box, move)));
  };
  const onEnd = (event: PointerEvent) => event.isPrimary && desk.end();

  const strokes = [...desk.drawing.value, ...(desk.current.value ? [desk.current.value] : [])];
  return (
    <div
      class="board"
      ref={paper}
      data-full={desk.isFull.value}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
    >
      <canvas ref={copy} class="board-copy" aria-hidden="true" />
      <StrokesView strokes={strokes} label={`Your drawing, ${strokes.length} strokes`} />
    </div>
  );
}

function copyFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): boolean {
  if (canvas === null || video.videoWidth === 0) return false;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return true;
}
