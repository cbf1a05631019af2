import { readMetrics } from '@/lib/read-metrics';

export const dynamic = 'force-dynamic';
export const GET = readMetrics;
