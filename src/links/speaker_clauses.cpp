// Speakers whom the clause around a verb names in its own way: "as for X, it
// announced", "what X called", "when they showed X ..., he answered", "X, while
// he ..., by his words", "that drove X to say".
#include <algorithm>

#include "links/speakers.h"

namespace fihris {
namespace {

constexpr uint32_t kLongestDriven = 9;                      // tokens of a phrase before "to say"
constexpr std::u16string_view kTo = u"\u0627\u0644\u064A";  // folded

}  // namespace

// "It surprised the writer Ahmad, so he said ...": the name right before the comma.
Speaker Speakers::find_before_comma(const ReportVerb& verb) const {
  if (!verb.follows || verb.first < 2 || !text_.is_comma(verb.first - 1) || !text_.is_person(verb.first - 2)) return {};
  return {.mention = text_.mention_of[verb.first - 2]};
}

// "As for the ministry, it announced": the phrase between "as for" and the comma.
Speaker Speakers::find_topic(const ReportVerb& verb) {
  if (!verb.follows || verb.first < 2 || !text_.is_comma(verb.first - 1)) return {};
  const uint32_t begin = sentence_begin(verb.first);
  for (uint32_t i = verb.first - 1; i-- > begin;) {
    if (text_.has_role(i, Table::report_words, "topic")) return read_phrase(i + 1, verb.first - 1);
  }
  return {};
}

// "Ahmad criticised what he called <words>": the name right before "what".
Speaker Speakers::find_before_what(const ReportVerb& verb) const {
  if (verb.first < 2 || text_.mention_of[verb.first - 2] == kNone) return {};
  const EntityType type = text_.analysis.mentions[text_.mention_of[verb.first - 2]].type;
  if (type != EntityType::person && !is_actor(type)) return {};
  return {.mention = text_.mention_of[verb.first - 2]};
}

// "When the police showed Ahmad the pictures, he answered": whoever the when-clause
// ends with is the one who speaks up, not the speaker of the sentence around it.
Speaker Speakers::find_in_when_clause(const ReportVerb& verb) const {
  if (verb.joined || verb.first < 2 || !text_.is_comma(verb.first - 1)) return {};
  const uint32_t begin = sentence_begin(verb.first);
  uint32_t when = verb.first - 1;
  while (when > begin && !text_.has_role(when, Table::report_words, "when") && !text_.is_comma(when - 1)) --when;
  if (!text_.has_role(when, Table::report_words, "when")) return {};
  for (uint32_t i = verb.first - 1; i-- > when + 1;) {
    if (text_.begins_mention(i) && text_.is_person(i) && !is_bystander(i)) return {.mention = text_.mention_of[i]};
  }
  return {};
}

// The person right before "while he", not one that a comma sets off: "Ahmad, who is a deputy,".
Speaker Speakers::read_before_while(uint32_t pronoun) const {
  const bool circumstance = text_.has_role(pronoun, Table::report_words, "while") && text_.has_conjunction(pronoun);
  if (!circumstance || pronoun == 0 || !text_.is_person(pronoun - 1)) return {};
  return {.mention = text_.mention_of[pronoun - 1]};
}

// "In a film of Ahmad while he talks to an official, by his words ...".
Speaker Speakers::find_in_while_clause(const ReportVerb& verb) const {
  const uint32_t begin = sentence_begin(verb.first);
  for (uint32_t i = verb.first; i-- > begin + 1 && !text_.is_comma(i);) {
    const Speaker named = read_before_while(i);
    if (named.exists()) return named;
  }
  return {};
}

// "That drove the minister to say": the one before "to".
Speaker Speakers::find_driven(uint32_t saying) {
  if (saying < 2 || text_.words.view.text(text_.words.tokens[saying - 1].span) != kTo) return {};
  const uint32_t end = saying - 1;
  if (text_.mention_of[end - 1] != kNone) {
    const Mention& mention = text_.analysis.mentions[text_.mention_of[end - 1]];
    const bool acts = mention.type == EntityType::person || is_actor(mention.type);
    if (acts) return {.mention = text_.mention_of[end - 1]};
  }
  uint32_t first = end;
  while (first > 0 && end - first < kLongestDriven && text_.is_word(first - 1) && text_.has_article(first - 1)) --first;
  if (first == end && is_set_between_marks(end - 1)) --first;
  if (first > 0 && is_bystander(first)) return {};  // "after a talk with the press to admit"
  return first < end ? Speaker{.first = first, .last = end} : Speaker{};
}

Speakers::Speakers(const ReportedText& text) : text_(text) {
  for (const Quotation& quotation : text.quotations) {
    if (quotation.words == 1) set_words_.push_back(text.words.view.text(text.words.tokens[quotation.open + 1].span));
  }
  std::sort(set_words_.begin(), set_words_.end());
}

// Whether the text elsewhere sets a word between marks by itself, as a name.
bool Speakers::is_set_between_marks(uint32_t token) const {
  return std::binary_search(set_words_.begin(), set_words_.end(),
                            text_.words.view.text(text_.words.tokens[token].span));
}

}  // namespace fihris
