#include "links/speakers.h"

#include <algorithm>

#include "text/characters.h"

namespace fihris {
namespace {

constexpr uint32_t kLongestPhrase = 9;        // tokens of a speaker without a name
constexpr uint32_t kFarthestName = 24;        // a name stands this near to its verb
constexpr uint32_t kFarthestBefore = 60;      // a subject before the verb
constexpr uint32_t kFarthestAntecedent = 15;  // a name before "who"
constexpr uint32_t kFarthestAddress = 12;     // "to the newspaper <...>," between verb and subject
constexpr uint32_t kFarthestSaying = 6;       // "to say in a moving monologue:"

}  // namespace

Speaker Speakers::find_behind(const ReportVerb& verb, uint32_t limit) {
  uint32_t first = verb.last;
  if (verb.frame == VerbFrame::from) {
    for (uint32_t i = first; i + 1 < limit; ++i) {
      if (text_.mark(i) == 0 && text_.has_role(i, Table::speaker_ends, "end") &&
          text_.has_role(i, Table::bystanders, "from")) {
        return read_phrase(i + 1, limit);
      }
    }
  }
  if (verb.frame == VerbFrame::in) return read_phrase(first + 1, limit);
  first = skip_address(first, limit);
  if (first + 1 < limit && text_.mark(first) == u'(' && text_.begins_mention(first + 1)) ++first;  // "said (Ahmad)"
  if (first >= limit || text_.has_role(first, Table::report_words, "what")) return {};
  const bool phrase_ahead = text_.role(first, Table::speaker_ends).empty() && !text_.has_glued_preposition(first) &&
                            (text_.mark(first) == 0 || text_.opens_quotation(first));
  if (!phrase_ahead) return find_late_subject(first, limit);
  const Speaker found = read_phrase(first, limit);
  // What follows "described" or "demanded" is their object unless it is plainly somebody.
  const bool takes_object = verb.frame == VerbFrame::wide || verb.frame == VerbFrame::describe;
  const bool two_phrases = text_.has_article(first) && first + 1 < limit &&
                           (text_.has_article(first + 1) || !text_.role(first + 1, Table::speaker_ends).empty());
  const bool somebody = is_somebody(found) && (found.mention || !text_.has_article(first) || two_phrases);
  return takes_object && !somebody ? Speaker{} : found;
}

// "He stressed in a statement to the agency Ahmad <surname>, head of ...": a
// name on its own behind the phrase, with a pause after it.
Speaker Speakers::find_late_subject(uint32_t first, uint32_t limit) const {
  for (uint32_t i = first + 1; i < std::min(limit, first + kFarthestAddress); ++i) {
    if (text_.is_comma(i) || text_.mark(i) == u':') break;
    if (!text_.begins_mention(i) || !text_.is_person(i) || is_bystander(i)) continue;
    const uint32_t end = text_.analysis.mentions[text_.mention_of[i]].last_token;
    const bool titled =
        text_.mention_of[i - 1] != kNone && text_.analysis.mentions[text_.mention_of[i - 1]].type == EntityType::occ;
    if (titled || (end < limit && !text_.is_comma(end))) break;
    return {.mention = text_.mention_of[i]};
  }
  return {};
}

uint32_t Speakers::sentence_begin(uint32_t token) const {
  const uint32_t farthest = token > kFarthestBefore ? token - kFarthestBefore : 0;
  uint32_t i = token;
  while (i > farthest && !text_.starts_sentence(i)) --i;
  return i;
}

// The one "who" refers to: the nearest name before, not one explained in brackets.
Speaker Speakers::find_antecedent(uint32_t relative) const {
  const uint32_t begin = sentence_begin(relative);
  for (uint32_t i = relative; i-- > begin && relative - i < kFarthestAntecedent;) {
    if (!text_.begins_mention(i) || (i > 0 && text_.mark(i - 1) == u'(')) continue;
    const EntityType type = text_.analysis.mentions[text_.mention_of[i]].type;
    if (type == EntityType::person || is_actor(type)) return {.mention = text_.mention_of[i]};
  }
  return {};
}

// Where the clause of a verb begins: behind a semicolon, "but", "that", a long quotation.
uint32_t Speakers::clause_begin(uint32_t end) const {
  uint32_t first = sentence_begin(end);
  for (uint32_t i = first; i < end; ++i) {
    const char16_t c = text_.mark(i);
    const uint32_t quotation = text_.quotation_of[i];
    const bool long_quotation = quotation != kNone && text_.quotations[quotation].words > 5;
    const bool opener = i > first && text_.opens_clause(i);
    if (c == kArabicSemicolon || c == u':' || long_quotation || opener || text_.is_that(i)) first = i + 1;
  }
  return first;
}

// "The minister said", "the minister who said", "had the minister said".
Speaker Speakers::find_before(const ReportVerb& verb) {
  if (verb.first == 0 || text_.starts_sentence(verb.first)) return {};
  if (verb.of_what) return find_before_what(verb);
  uint32_t end = verb.first;
  if (text_.has_role(end - 1, Table::report_words, "relative")) return find_antecedent(end - 1);
  if (const Speaker named = read_before_while(end - 1); named.exists()) return named;
  while (end > 0 && text_.has_role(end - 1, Table::report_words, "auxiliary")) --end;
  uint32_t first = clause_begin(end);
  const auto opens = [this](uint32_t i) {
    const std::string_view role = text_.role(i, Table::report_words);
    return role == "auxiliary" || text_.opens_clause(i) || text_.is_comma(i);
  };
  while (first < end && opens(first)) ++first;
  // "In the same context, the ministry said": the subject begins behind the comma.
  while (first < end && (!text_.role(first, Table::speaker_ends).empty() || text_.has_glued_preposition(first) ||
                         text_.verb_at[first] != kNone)) {
    while (first < end && !text_.is_comma(first)) ++first;
    if (first < end) ++first;
  }
  if (first >= end) return {};
  const Speaker found = read_phrase(first, end);
  const bool genitive = reaches(found, verb) && first + 1 < end && text_.has_article(first + 1);
  if (genitive && !is_somebody(found) && text_.has_conjunction(first)) {
    Speaker subject = found;  // "and went on the report saying": a verb before its subject
    ++subject.first;
    return subject;
  }
  return genitive || is_somebody(found) ? found : Speaker{};
}

// The phrase reaches up to the verb: its subject, whatever follows the verb.
bool Speakers::reaches(const Speaker& speaker, const ReportVerb& verb) const {
  if (!speaker.exists()) return false;
  uint32_t end = verb.first;
  while (end > 0 && text_.has_role(end - 1, Table::report_words, "auxiliary")) --end;
  if (end > 0 && text_.has_role(end - 1, Table::report_words, "while")) --end;
  return (speaker.mention ? text_.analysis.mentions[*speaker.mention].last_token : speaker.last) == end;
}

// The subject of the sentence a participle belongs to.
Speaker Speakers::find_in_sentence(const ReportVerb& verb) {
  const uint32_t begin = sentence_begin(verb.first);
  if (subject_.exists() && subject_token_ >= begin) return subject_;
  if (last_.exists() && last_token_ >= begin) return last_;
  for (uint32_t i = begin; i < verb.first; ++i) {
    if (text_.begins_mention(i) && text_.is_person(i) && !is_bystander(i)) return {.mention = text_.mention_of[i]};
  }
  for (uint32_t i = begin; i < std::min(verb.first, begin + 4); ++i) {
    const auto actor = acting_mention(i, verb.first);
    if (actor && !is_bystander(i)) return {.mention = actor};
  }
  if (begin + 1 < verb.first && text_.is_word(begin + 1) && text_.has_article(begin + 1) && !text_.has_article(begin)) {
    return read_phrase(begin + 1, verb.first);
  }
  return {};
}

// The person the sentence before is about, where nobody has spoken for a while.
Speaker Speakers::find_in_sentence_before(const ReportVerb& verb) const {
  const uint32_t sentence = text_.words.tokens[verb.first].sentence;
  if (last_.exists() && text_.words.tokens[last_token_].sentence + 2 >= sentence) return {};
  const uint32_t here = sentence_begin(verb.first);
  if (here == 0) return {};
  const uint32_t begin = sentence_begin(here - 1);
  for (uint32_t i = begin; i < std::min(here, begin + kFarthestAddress); ++i) {
    if (text_.begins_mention(i) && text_.is_person(i) && !is_bystander(i)) return {.mention = text_.mention_of[i]};
  }
  return {};
}

// A phrase whose noun ends as sound plurals and duals do.
bool Speakers::is_plural(const Speaker& speaker) const {
  if (!speaker.exists() || speaker.mention) return false;
  const std::u16string_view noun = text_.words.view.text(text_.words.tokens[speaker.first].span);
  constexpr std::array<std::u16string_view, 3> kEndings = {u"\u0648\u0646", u"\u064A\u0646", u"\u0627\u0646"};
  return noun.size() > 3 && std::any_of(kEndings.begin(), kEndings.end(),
                                        [noun](std::u16string_view ending) { return noun.ends_with(ending); });
}

// Arabic verbs agree with their subject: "she added" does not go on from a man.
// "... so he said to him" is the other one's answer, whoever that is.
Speaker Speakers::carry_over(const ReportVerb& verb) const {
  const bool answers =
      verb.follows && verb.last < text_.size() && text_.has_role(verb.last, Table::speaker_ends, "pronoun");
  if (answers) return {};
  // Before its subject a verb is singular: "residents stressed that ..., and they added".
  if (verb.subject == VerbSubject::they && is_plural(last_)) return last_;
  const Speaker& same = last_of_[static_cast<size_t>(verb.subject)];
  if (same.exists()) return same;
  const bool one_person = last_.mention && text_.analysis.mentions[*last_.mention].type == EntityType::person;
  if (verb.subject == VerbSubject::they && one_person) return {};
  return verb.is_finite() && last_sure_ ? Speaker{} : last_;
}

void Speakers::remember(const Speaker& speaker, std::optional<VerbSubject> subject, uint32_t token) {
  if (!speaker.exists()) return;
  last_ = speaker;
  last_sure_ = subject.has_value();
  if (!subject) last_of_ = {};
  if (subject) last_of_[static_cast<size_t>(*subject)] = speaker;
  last_token_ = token;
}

// The subject that stands beside a finite verb, on either side of it.
Speaker Speakers::find_beside(const ReportVerb& verb, const Speaker& before, uint32_t limit) {
  const Speaker behind = find_behind(verb, limit);
  const bool person_behind = behind.mention && text_.is_person(text_.analysis.mentions[*behind.mention].first_token);
  Speaker speaker = reaches(before, verb) && !person_behind ? before : behind;
  if (!speaker.exists()) speaker = find_topic(verb);
  if (!speaker.exists()) speaker = find_before_comma(verb);
  return speaker;
}

// Whom the clause, the sentence or those before it leave to a verb without a subject beside it.
Speaker Speakers::find_around(const ReportVerb& verb, bool informs) {
  Speaker speaker;
  if (verb.is_finite()) speaker = find_in_when_clause(verb);
  if (verb.mood == VerbMood::noun) speaker = find_driven(verb.first);
  if (verb.mood == VerbMood::noun && !speaker.exists()) speaker = find_in_while_clause(verb);
  // "where he said", "the deputy attacked her, said ...".
  const uint32_t ahead = verb.first > 0 ? verb.first - 1 : 0;
  const bool depends = text_.opens_clause(ahead) || (text_.is_comma(ahead) && !verb.joined);
  const bool in_sentence = !verb.is_finite() || depends || informs || !last_.exists();
  if (!speaker.exists() && in_sentence) speaker = find_in_sentence(verb);
  if (!speaker.exists()) speaker = find_in_sentence_before(verb);
  return speaker.exists() ? speaker : carry_over(verb);
}

Speaker Speakers::find(const ReportVerb& verb, const ReportContent& content) {
  // A verb within what somebody said tells nothing of who speaks.
  if (!content.exists() && verb.first < said_until_) return {};
  if (content.is_indirect()) said_until_ = content.end;
  const uint32_t sentence_end = text_.sentence_end[verb.first];
  const uint32_t limit = content.exists() ? content.introduced : std::min(sentence_end, verb.last + kFarthestName);
  Speaker speaker;
  bool beside = false;
  // "He came back to inform the judge" names whom he informs; "..., to be answered by the judge" who speaks.
  const bool informs = verb.purpose && verb.first > 0 && text_.mark(verb.first - 1) == 0;
  if (verb.is_finite() && !informs) {
    const Speaker before = verb.joined || verb.frame == VerbFrame::in ? Speaker{} : find_before(verb);
    speaker = find_beside(verb, before, limit);
    beside = speaker.exists();
    const bool genitive = speaker.first + 1 < speaker.last && text_.has_article(speaker.first + 1);
    const bool subject = is_somebody(speaker) || (genitive && verb.frame != VerbFrame::act);
    if (subject && (content.exists() || !verb.purpose)) {
      subject_ = speaker;
      subject_token_ = verb.first;
    }
    if (!beside) speaker = before;
  } else if (verb.frame == VerbFrame::from) {
    speaker = find_behind(verb, limit);
  }
  if (!speaker.exists()) speaker = find_around(verb, informs);
  const bool announces = verb.frame == VerbFrame::say || verb.frame == VerbFrame::tell ||
                         verb.frame == VerbFrame::wide || verb.frame == VerbFrame::describe;
  if (content.exists() || (beside && announces && is_somebody(speaker))) remember(speaker, verb.subject, verb.first);
  return speaker;
}

// "according to <phrase>": the preposition glued to the phrase is that of the source.
Speaker Speakers::read_source(uint32_t first, uint32_t limit) {
  if (first < limit && text_.begins_mention(first)) {
    const EntityType type = text_.analysis.mentions[text_.mention_of[first]].type;
    if (type == EntityType::person || is_actor(type)) return {.mention = text_.mention_of[first]};
  }
  Speaker out = read_phrase(first, limit);
  if (out.exists() && !out.mention) {
    for (const Reading& reading : text_.words.tokens.readings(out.first)) {
      if (reading.preposition == kLam && !reading.melted && out.cut == 0) out.cut = reading.name;
    }
  }
  return out;
}

Speaker Speakers::find_before_colon(uint32_t colon) {
  const uint32_t begin = sentence_begin(colon);
  if (colon - begin <= kLongestPhrase) return read_phrase(begin, colon);
  for (uint32_t i = colon; i-- > std::max(begin + 1, colon - kFarthestSaying);) {
    const bool saying = text_.has_role(i, Table::report_words, "saying");
    const Speaker driven = saying ? find_driven(i) : Speaker{};
    if (driven.exists()) return driven;
  }
  for (uint32_t i = colon; i-- > begin;) {
    if (text_.begins_mention(i) && text_.is_person(i) && !text_.has_glued_preposition(i))
      return {.mention = text_.mention_of[i]};
  }
  return last_;
}

}  // namespace fihris
