import { answerAuth } from '@/lib/auth-route';

export {
  answerAuth as GET,
  answerAuth as POST,
  answerAuth as PUT,
  answerAuth as PATCH,
  answerAuth as DELETE,
};
