import org.jspecify.annotations.NullMarked;

/** Narrator on the OpenAI Responses API. */
@NullMarked
module dailyreport.adapters.openai {
  requires transitive dailyreport.application;
  requires openai.java.core;
  requires openai.java.client.okhttp;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.openai;

  // The SDK derives the JSON schema of NarrativeDraft, and reads it, by reflection.
  opens dailyreport.adapters.openai;
}
