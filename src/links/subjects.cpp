#include "links/subjects.h"

#include <algorithm>

#include "links/change_words.h"
#include "links/phrases.h"

namespace fihris {
namespace {

constexpr uint32_t kReach = 5;  // words between a subject and its first figure, dates aside
constexpr uint32_t kOpeningMarks = 4;
constexpr uint32_t kListReach = 3;  // words between two figures of a list

struct FigureVerb {
  uint32_t first = 0;
  uint32_t last = 0;
  bool measures = false;
  bool rates = false;  // somebody estimates something: its object is meant
};

std::optional<FigureVerb> find_figure_verb(const Clauses& c, uint32_t token) {
  const WordMatch* match = c.words.find(token, Table::figure_verbs);
  if (match == nullptr || c.figure[token] != kNone || c.mention[token] != kNone) return std::nullopt;
  if (match->reading.preposition != 0 || match->reading.article) return std::nullopt;
  const std::string_view role = row_cell(Table::figure_verbs, match->row, figure_verbs_columns::role);
  return FigureVerb{token, token + match->tokens, role == "measure", role == "rates"};
}

// The phrase before a verb where it fills its clause: "that exports rose".
std::optional<Phrase> phrase_before(const Clauses& c, uint32_t verb) {
  const TokenStretch clause = c.at(verb);
  uint32_t begin = clause.first;
  while (begin < verb && begin < clause.first + kOpeningMarks && c.is_mark(begin)) ++begin;
  if (const WordMatch* opener = find_opener(c.words, begin); opener != nullptr && begin < verb) {
    if (row_cell(Table::clause_openers, opener->row, clause_openers_columns::kind) == "which") return std::nullopt;
    begin += opener->tokens;
  }
  if (begin >= verb) return std::nullopt;
  auto phrase = read_phrase(c, begin, verb);
  if (!phrase || phrase->tokens.last != verb) return std::nullopt;
  return phrase;
}

// Times may stand between a verb and its subject: "rose yesterday the prices".
uint32_t skip_dates(const Clauses& c, uint32_t token, uint32_t limit) {
  while (token < limit && c.figure[token] != kNone && is_date(c.analysis.figures[c.figure[token]]))
    token = c.analysis.figures[c.figure[token]].last_token;
  return token;
}

std::optional<Phrase> subject_of(const Clauses& c, uint32_t verb, uint32_t last, bool after_only) {
  const uint32_t limit = c.at(verb).last;
  if (last >= limit) return std::nullopt;
  if (auto after = read_phrase(c, skip_dates(c, last, limit), limit)) return after;
  return after_only ? std::nullopt : phrase_before(c, verb);
}

// What somebody raises or cuts: the second phrase after the verb, the first where
// the subject stands before it.
std::optional<Phrase> object_of(const Clauses& c, uint32_t verb, uint32_t last) {
  if (phrase_before(c, verb)) return subject_of(c, verb, last, true);
  const auto agent = subject_of(c, verb, last, true);
  if (!agent) return std::nullopt;
  return read_phrase(c, agent->tokens.last, c.at(verb).last);
}

bool is_joined(const Clauses& c, const Figure& before, const Figure& figure) {
  const uint32_t first = figure.first_token;
  if (first < before.last_token || first > before.last_token + kListReach) return false;
  const uint32_t seam = skip_hedges_back(c, first);
  for (const uint32_t token : {seam, first}) {
    for (const Reading& reading : c.words.tokens.readings(token))
      if (reading.conjunction == u'\u0648') return true;
  }
  return seam == before.last_token + 1 && c.words.view.text(c.words.tokens[seam - 1].span) == u"\u0648";
}

// Lengths and ages are said of a subject right before them only.
bool may_have_subject(const Figure& figure, bool measures, uint32_t words) {
  return is_amount(figure) || figure.type == FigureType::ratio ||
         (measures && words <= 1 && (figure.type == FigureType::duration || figure.type == FigureType::age));
}

// The figures of one verb, up to the next verb of its clause.
void relate_verb(const Clauses& c, const FigureVerb& verb, uint32_t end, Analysis& analysis) {
  const auto subject = verb.rates ? object_of(c, verb.first, verb.last) : subject_of(c, verb.first, verb.last, false);
  if (!subject) return;
  const Figure* before = nullptr;
  uint32_t at = std::max(verb.last, subject->tokens.last);
  uint32_t words = 0;  // between the subject and its first figure, dates aside
  while (at < end) {
    if (c.figure[at] == kNone) {
      ++at;
      ++words;
      continue;
    }
    Figure& figure = analysis.figures[c.figure[at]];
    at = figure.last_token;
    if (!may_have_subject(figure, verb.measures, words)) continue;
    if (before == nullptr ? words > kReach : !is_joined(c, *before, figure)) return;
    const bool changes = figure.change && analysis.changes[*figure.change].verb;
    if (!figure.subject && !changes) figure.subject = subject->span;
    before = &figure;
  }
}

void relate_change(const Clauses& c, uint32_t token, const Change& change, Analysis& analysis) {
  const auto word = find_change_word(c, token);
  if (!word) return;
  const bool noun = word->part == ChangePart::noun;
  if (noun && word->preposition != 0) return;
  const auto subject =
      word->part == ChangePart::acts ? object_of(c, token, word->last) : subject_of(c, token, word->last, noun);
  if (!subject) return;
  for (const auto& part : {change.from, change.to, change.delta, change.percent}) {
    if (!part) continue;
    Figure& figure = analysis.figures[*part];
    if (!figure.subject && figure.first_token >= subject->tokens.last) figure.subject = subject->span;
  }
}

// The token a change's verb begins in: changes and tokens both run with the text.
uint32_t token_at(const Clauses& c, uint32_t token, uint32_t offset) {
  while (token + 1 < c.words.size() && c.words.view.begins[c.words.tokens[token + 1].span.begin] <= offset) ++token;
  return token;
}

// Parts of a change that no verb names share the subject of the first.
void spread_subjects(Analysis& analysis) {
  for (const Change& change : analysis.changes) {
    std::optional<Span> subject;
    for (const auto& part : {change.to, change.from})
      if (part && !subject) subject = analysis.figures[*part].subject;
    for (const auto& part : {change.from, change.to, change.delta, change.percent})
      if (part && subject && !analysis.figures[*part].subject) analysis.figures[*part].subject = subject;
  }
}

}  // namespace

void relate_subjects(const Clauses& c, Analysis& analysis) {
  uint32_t token = 0;
  for (const Change& change : analysis.changes) {
    if (!change.verb) continue;
    token = token_at(c, token, change.verb->begin);
    relate_change(c, token, change, analysis);
  }
  for (const TokenStretch clause : c.stretches) {
    std::optional<FigureVerb> verb;
    for (uint32_t at = clause.first; at < clause.last; ++at) {
      const auto next = find_figure_verb(c, at);
      if (!next) continue;
      if (verb) relate_verb(c, *verb, at, analysis);
      verb = next;
    }
    if (verb) relate_verb(c, *verb, clause.last, analysis);
  }
  spread_subjects(analysis);
}

}  // namespace fihris
