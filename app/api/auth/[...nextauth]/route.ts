import { answerAuth } from '@/lib/answer-auth';

export {
  answerAuth as GET,
  answerAuth as POST,
  answerAuth as PUT,
  answerAuth as PATCH,
  answerAuth as DELETE,
};
