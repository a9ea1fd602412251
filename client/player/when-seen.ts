/** Half of it is to be seen: nobody scrolls past without having meant to look. */
const SEEN_SHARE = 0.5;

/** Calls back when the element comes to be seen, once; at once where that cannot be known. Answers how to stop. */
export function whenSeen(element: Element, onSeen: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      onSeen();
    },
    { threshold: SEEN_SHARE },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
