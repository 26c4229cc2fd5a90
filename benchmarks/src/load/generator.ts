import { answerQuestions } from "./answer-questions.ts";
import type { LoadJob } from "./api.ts";
import { sendLoad } from "./send-load.ts";

// The own load generator, in its own process: it must not share a thread with the server it measures.
answerQuestions((job) => sendLoad(job as LoadJob));
