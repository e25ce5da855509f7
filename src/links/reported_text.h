// The text as the readers of quotes ask it: where quotations, mentions and
// verbs of speech stand, and what the small words between them do. It answers
// questions about single tokens and decides nothing.
#pragma once
#include <string_view>
#include <vector>

#include "figures/words.h"
#include "findings.h"
#include "links/quotation_marks.h"

namespace fihris {

enum class VerbFrame : uint8_t { say, tell, act, subject, describe, describe_it, wide, in, from, none };
enum class VerbMood : uint8_t { past, present, participle, noun };
enum class VerbSubject : uint8_t { he, she, they };

// A verb of speech where it stands; the table report_verbs tells the terms.
struct ReportVerb {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  uint32_t stem = 0;     // folded offset where the verb begins, behind its conjunction
  bool joined = false;   // "and", "so" before it
  bool follows = false;  // "so" before it
  bool purpose = false;  // "to" before it: "he came back to inform the judge", "so that it reaches"
  bool of_what = false;  // "what he called <words>": only words between marks are his
  Stance stance = Stance::neutral;
  VerbFrame frame = VerbFrame::tell;
  VerbMood mood = VerbMood::past;
  VerbSubject subject = VerbSubject::he;

  [[nodiscard]] bool describes() const { return frame == VerbFrame::describe || frame == VerbFrame::describe_it; }
  [[nodiscard]] bool is_finite() const { return mood == VerbMood::past || mood == VerbMood::present; }
};

struct ReportedText {
  const Words& words;
  const Analysis& analysis;
  std::vector<Quotation> quotations;
  std::vector<uint32_t> quotation_of;  // per token: the quotation it stands in, its marks included, or kNone
  std::vector<uint32_t> mention_of;    // per token: its mention, or kNone
  std::vector<uint32_t> sentence_end;  // per token: one past the last token of its sentence
  std::vector<ReportVerb> verbs;       // in text order, none of them quoted
  std::vector<uint32_t> verb_at;       // per token: the verb that begins there, or kNone

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(words.size()); }
  [[nodiscard]] char16_t mark(uint32_t token) const;  // a mark's character, or 0
  [[nodiscard]] bool is_comma(uint32_t token) const;
  [[nodiscard]] bool is_dash(uint32_t token) const;
  [[nodiscard]] bool is_word(uint32_t token) const;
  [[nodiscard]] bool opens_quotation(uint32_t token) const;
  [[nodiscard]] bool starts_sentence(uint32_t token) const;
  // What a word does (first column of a table), or empty; with a conjunction or
  // without, never behind a preposition.
  [[nodiscard]] std::string_view role(uint32_t token, Table table) const;
  [[nodiscard]] bool is_office(uint32_t token) const;
  [[nodiscard]] bool has_role(uint32_t token, Table table, std::string_view role) const;
  [[nodiscard]] uint32_t role_tokens(uint32_t token, Table table) const;
  [[nodiscard]] bool opens_clause(uint32_t token) const;  // "but", "where", "when", "as for"
  // "that", with b- or without; below: written with hamza below or without hamza;
  // as: "as being", "on that"; taken: the word before takes it for itself ("after that").
  [[nodiscard]] bool is_that(uint32_t token) const;
  [[nodiscard]] bool is_that_below(uint32_t token) const;
  [[nodiscard]] bool is_that_as(uint32_t token) const;
  [[nodiscard]] bool is_taken_that(uint32_t token) const;
  [[nodiscard]] bool is_that_then(uint32_t token) const;  // "according to X, then ..."
  // A preposition is glued to the word: l-, b-, k- (as far as a mention or a melted article shows it).
  [[nodiscard]] bool has_glued_preposition(uint32_t token) const;
  [[nodiscard]] bool has_article(uint32_t token) const;
  [[nodiscard]] bool has_conjunction(uint32_t token) const;
  [[nodiscard]] bool may_have_preposition(uint32_t token) const;  // some reading cuts one off
  [[nodiscard]] bool begins_mention(uint32_t token) const;
  [[nodiscard]] bool is_person(uint32_t token) const;
  [[nodiscard]] Span span(uint32_t first, uint32_t last) const;
};

[[nodiscard]] ReportedText read_reported_text(const Words& words, const Analysis& analysis);

}  // namespace fihris
