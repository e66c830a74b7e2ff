'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext, sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PictureTile } from './picture-tile';
import type { PicturesInForm } from './use-pictures';

/** The pictures in their order, to be moved with mouse, finger or keys. `children` is the tile that adds more. */
export function PictureGrid({
  form,
  words,
  children,
}: {
  form: PicturesInForm;
  words: (problem: string) => string;
  children: ReactNode;
}) {
  const t = useTranslations('register');
  const keys = form.pictures.map(({ key }) => key);
  const announcements = useAnnouncements(keys);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A short hold: a finger that only scrolls the page moves no picture.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  function onDragEnd({ active, over }: DragEndEvent) {
    if (over && over.id !== active.id) form.move(String(active.id), keys.indexOf(String(over.id)));
  }

  return (
    <DndContext
      id="register-pictures"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('moveHelp') } }}
    >
      <SortableContext items={keys} strategy={rectSortingStrategy}>
        <ol className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {form.pictures.map((picture, index) => (
            <PictureTile
              key={picture.key}
              picture={picture}
              place={index}
              problem={picture.problem === null ? null : words(picture.problem)}
              form={form}
            />
          ))}
          {children}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

/** What the screen reader hears while a picture is carried: places, not coordinates. */
function useAnnouncements(keys: readonly string[]): Announcements {
  const t = useTranslations('register');
  const place = (id: string | number) => keys.indexOf(String(id)) + 1;
  const total = keys.length;
  return {
    onDragStart: ({ active }) => t('carried', { place: place(active.id), total }),
    onDragOver: ({ over }) => (over ? t('carriedOver', { place: place(over.id), total }) : undefined),
    onDragEnd: ({ over }) => (over ? t('putDown', { place: place(over.id), total }) : t('putBack')),
    onDragCancel: () => t('putBack'),
  };
}
