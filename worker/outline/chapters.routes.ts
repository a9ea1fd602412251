import { createRouter } from '#worker/http/router.ts';
import { chapterEditRoutes } from './chapter-edit.routes.ts';
import { chapterListRoutes } from './chapter-list.routes.ts';

export const chapterRoutes = createRouter();
chapterRoutes.route('/', chapterListRoutes);
chapterRoutes.route('/', chapterEditRoutes);
