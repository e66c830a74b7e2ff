'use client';

export { ErrorNotice as default } from '@/components/ui/error-notice';
