#include "links/reported_text.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace fihris {
namespace {

constexpr std::array<std::string_view, 10> kFrameNames = {"say",         "tell", "act", "subject", "describe",
                                                          "describe_it", "wide", "in",  "from",    "none"};
constexpr std::array<std::string_view, 4> kMoodNames = {"past", "present", "participle", "noun"};
constexpr std::array<std::string_view, 3> kSubjectNames = {"he", "she", "they"};

template <typename Enum, size_t kCount>
Enum read_name(const std::array<std::string_view, kCount>& names, std::string_view name) {
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

// Verbs take no article, and lam only before the present ("to say").
bool fits_verb(const WordMatch& match, VerbMood mood) {
  if (match.reading.article) return false;
  if (match.reading.preposition == 0 || mood == VerbMood::noun) return true;
  return match.reading.preposition == kLam && mood == VerbMood::present;
}

ReportVerb read_verb(const WordMatch& match, uint32_t token) {
  const auto cell = [&match](int column) { return row_cell(Table::report_verbs, match.row, column); };
  ReportVerb verb{.first = token, .last = token + match.tokens, .stem = match.reading.stem};
  verb.joined = match.reading.conjunction != 0;
  verb.follows = match.reading.conjunction == kFa;
  verb.purpose = match.reading.preposition == kLam;
  verb.stance = read_name<Stance>(kStanceNames, cell(report_verbs_columns::stance));
  verb.frame = read_name<VerbFrame>(kFrameNames, cell(report_verbs_columns::frame));
  verb.mood = read_name<VerbMood>(kMoodNames, cell(report_verbs_columns::mood));
  verb.subject = read_name<VerbSubject>(kSubjectNames, cell(report_verbs_columns::subject));
  return verb;
}

bool is_named_actor(const ReportedText& text, uint32_t token) {
  if (token >= text.size() || text.mention_of[token] == kNone) return false;
  const EntityType type = text.analysis.mentions[text.mention_of[token]].type;
  return type == EntityType::person || type == EntityType::org || type == EntityType::gpe;
}

// "What Ahmad called <words>", "Ahmad criticised what he called <words>"; else
// it is the speaker's of the sentence around it, if anybody's.
bool names_who_calls(const ReportedText& text, const ReportVerb& verb) {
  if (verb.frame != VerbFrame::describe_it) return false;
  if (is_named_actor(text, verb.last) || text.words.find(verb.last, Table::speaker_nouns) != nullptr) return true;
  return verb.first > 1 && is_named_actor(text, verb.first - 2) && verb.last < text.size() &&
         !text.has_article(verb.last);
}

// Whether the words around a match let it be a verb of speech.
bool reports(const ReportedText& text, const ReportVerb& verb) {
  // Names such as "Mubayyin", "what is called ..." and "not useful" report nothing.
  const uint32_t mention = text.mention_of[verb.first];
  if (mention != kNone && text.analysis.mentions[mention].type != EntityType::occ) return false;
  // "It came in the report" is not "and he answered", which is spelt the same.
  if (verb.frame == VerbFrame::in) {
    const std::string_view role = verb.last < text.size() ? text.role(verb.last, Table::speaker_ends) : "";
    return role == "in" || role == "end";
  }
  if (verb.first == 0) return true;
  if (verb.of_what && !names_who_calls(text, verb)) return false;
  return verb.mood != VerbMood::participle || text.role_tokens(verb.first - 1, Table::that_takers) == 0;
}

void find_verbs(ReportedText& text) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (text.quotation_of[i] != kNone) continue;
    for (const WordMatch& match : text.words.at(i)) {
      if (match.table != Table::report_verbs) continue;
      ReportVerb verb = read_verb(match, i);
      verb.of_what = i > 0 && verb.describes() && text.has_role(i - 1, Table::report_words, "what");
      if (verb.frame == VerbFrame::none) break;
      if (!fits_verb(match, verb.mood) || !reports(text, verb)) continue;
      text.verb_at[i] = static_cast<uint32_t>(text.verbs.size());
      text.verbs.push_back(verb);
      i = verb.last - 1;
      break;
    }
  }
}

}  // namespace

char16_t ReportedText::mark(uint32_t token) const {
  if (token >= size()) return 0;
  const Token& t = words.tokens[token];
  if (t.kind != TokenKind::punctuation && t.kind != TokenKind::symbol) return 0;
  return words.view.folded[t.span.begin];
}

bool ReportedText::is_comma(uint32_t token) const {
  const char16_t c = mark(token);
  return c == kArabicComma || c == u',';
}

bool ReportedText::is_dash(uint32_t token) const {
  const char16_t c = mark(token);
  return c == u'-' || c == 0x2013 || c == 0x2014;
}

bool ReportedText::is_word(uint32_t token) const {
  return token < size() && words.tokens[token].kind == TokenKind::word;
}

bool ReportedText::opens_quotation(uint32_t token) const {
  return token < size() && quotation_of[token] != kNone && quotations[quotation_of[token]].open == token;
}

bool ReportedText::starts_sentence(uint32_t token) const {
  return token == 0 || words.tokens[token].sentence != words.tokens[token - 1].sentence;
}

std::string_view ReportedText::role(uint32_t token, Table table) const {
  const WordMatch* match = words.find(token, table);
  if (match == nullptr || match->reading.preposition != 0) return {};
  // "Wali", the governor, is spelt as "and to".
  if (match->reading.conjunction != 0 && is_office(token)) return {};
  return row_cell(table, match->row, 0);
}

bool ReportedText::is_office(uint32_t token) const {
  const WordMatch* noun = words.find(token, Table::speaker_nouns);
  return noun != nullptr && noun->reading.conjunction == 0 && row_cell(Table::speaker_nouns, noun->row, 0) == "office";
}

bool ReportedText::has_role(uint32_t token, Table table, std::string_view wanted) const {
  return role(token, table) == wanted;
}

uint32_t ReportedText::role_tokens(uint32_t token, Table table) const {
  const WordMatch* match = words.find(token, table);
  return match == nullptr ? 0 : match->tokens;
}

bool ReportedText::opens_clause(uint32_t token) const {
  const std::string_view what = role(token, Table::report_words);
  return what == "opener" || what == "when" || what == "topic";
}

bool ReportedText::is_that(uint32_t token) const {
  if (token >= size() || mention_of[token] != kNone) return false;  // the "an" of "CNN" in Arabic letters
  const WordMatch* match = words.find(token, Table::report_words);
  if (match == nullptr || row_cell(Table::report_words, match->row, 0) != "that") return false;
  const char16_t preposition = match->reading.preposition;
  return match->reading.conjunction == 0 && (preposition == 0 || preposition == kBa);
}

bool ReportedText::is_that_below(uint32_t token) const {
  constexpr char16_t kAlefHamzaAbove = 0x0623;
  return is_that(token) && words.view.letters[words.tokens[token].span.begin] != kAlefHamzaAbove;
}

bool ReportedText::is_that_as(uint32_t token) const {
  if (!is_that(token)) return false;
  const WordMatch* match = words.find(token, Table::report_words);
  return match->reading.preposition == kBa || has_role(token - 1, Table::speaker_ends, "end");
}

bool ReportedText::is_that_then(uint32_t token) const {
  const WordMatch* match = words.find(token, Table::report_words);
  return match != nullptr && match->reading.conjunction == kFa && has_role(token, Table::report_words, "that");
}

bool ReportedText::is_taken_that(uint32_t token) const {
  for (uint32_t back = 1; back <= 3 && back <= token; ++back) {
    if (role_tokens(token - back, Table::that_takers) == back) return true;
  }
  return false;
}

bool ReportedText::has_glued_preposition(uint32_t token) const {
  if (!is_word(token)) return false;
  // "to the agency": a kind of body that is told.
  const WordMatch* body = words.find(token, Table::speaker_nouns);
  if (body != nullptr && body->reading.preposition == kLam &&
      row_cell(Table::speaker_nouns, body->row, 0) == "organisation") {
    return true;
  }
  const uint32_t begin = words.tokens[token].span.begin;
  const bool mention = begins_mention(token);
  for (const Reading& reading : words.tokens.readings(token)) {
    if (reading.melted && reading.conjunction == 0) return true;
    if (reading.preposition == 0 ||
        (mention && analysis.mentions[mention_of[token]].span.begin == words.view.begins[begin]))
      continue;
    if (reading.article) return true;
    if (mention && analysis.mentions[mention_of[token]].span.begin == words.view.begins[reading.name]) return true;
  }
  return false;
}

bool ReportedText::has_article(uint32_t token) const {
  if (!is_word(token)) return false;
  for (const Reading& reading : words.tokens.readings(token)) {
    if (reading.article) return true;
  }
  return false;
}

bool ReportedText::has_conjunction(uint32_t token) const {
  if (!is_word(token)) return false;
  for (const Reading& reading : words.tokens.readings(token)) {
    if (reading.conjunction != 0) return true;
  }
  return false;
}

bool ReportedText::may_have_preposition(uint32_t token) const {
  if (!is_word(token)) return false;
  for (const Reading& reading : words.tokens.readings(token)) {
    if (reading.preposition != 0) return true;
  }
  return false;
}

bool ReportedText::begins_mention(uint32_t token) const {
  return token < size() && mention_of[token] != kNone && analysis.mentions[mention_of[token]].first_token == token;
}

bool ReportedText::is_person(uint32_t token) const {
  return token < size() && mention_of[token] != kNone &&
         analysis.mentions[mention_of[token]].type == EntityType::person;
}

Span ReportedText::span(uint32_t first, uint32_t last) const {
  return words.view.to_source({words.tokens[first].span.begin, words.tokens[last - 1].span.end});
}

ReportedText read_reported_text(const Words& words, const Analysis& analysis) {
  ReportedText text{.words = words,
                    .analysis = analysis,
                    .quotations = find_quotations(words.view, words.tokens),
                    .quotation_of = {},
                    .mention_of = {},
                    .sentence_end = {},
                    .verbs = {},
                    .verb_at = {}};
  const uint32_t size = text.size();
  text.quotation_of.assign(size, kNone);
  text.mention_of.assign(size, kNone);
  text.sentence_end.assign(size, size);
  text.verb_at.assign(size, kNone);
  for (uint32_t q = 0; q < text.quotations.size(); ++q) {
    for (uint32_t i = text.quotations[q].open; i < text.quotations[q].next(); ++i) text.quotation_of[i] = q;
  }
  for (uint32_t m = 0; m < analysis.mentions.size(); ++m) {
    for (uint32_t i = analysis.mentions[m].first_token; i < analysis.mentions[m].last_token; ++i) {
      if (text.mention_of[i] == kNone) text.mention_of[i] = m;
    }
  }
  for (uint32_t i = size; i-- > 1;) {
    text.sentence_end[i - 1] = text.starts_sentence(i) ? i : text.sentence_end[i];
  }
  find_verbs(text);
  return text;
}

}  // namespace fihris
