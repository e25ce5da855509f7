#include "links/speakers.h"

namespace fihris {
namespace {

constexpr uint32_t kNone = UINT32_MAX;
constexpr uint32_t kLongestSubject = 16;  // tokens
constexpr uint32_t kLongestPhrase = 6;
constexpr uint32_t kFarthest = 160;  // tokens that a speaker is remembered for
constexpr char16_t kLam = 0x0644;

bool is_quotation(const Words& words, uint32_t token) {
  if (words.tokens[token].kind != TokenKind::punctuation && words.tokens[token].kind != TokenKind::symbol) return false;
  const char16_t unit = words.view.folded[words.tokens[token].span.begin];
  return unit == u'"' || unit == 0x00AB || unit == 0x00BB || unit == 0x201C || unit == 0x201D;
}

// A word that begins with a cut-off preposition and goes on with an article or a name: "to the station".
bool has_preposition(const Words& words, uint32_t token) {
  for (const Reading& reading : words.tokens.readings(token))
    if (reading.preposition != 0 && reading.conjunction == 0 && (reading.article || reading.melted)) return true;
  return false;
}

bool is_function_word(const Words& words, uint32_t token) {
  const WordMatch* match = words.find(token, Table::function_words);
  return match != nullptr && match->tokens == 1;
}

}  // namespace

Speakers::Speakers(const Words& words, const std::vector<Mention>& mentions, const std::vector<Figure>& figures)
    : words_(words), mentions_(mentions), mention_at_(words.size(), kNone), date_end_(words.size(), 0) {
  for (const Figure& f : figures)
    if (f.type == FigureType::date || f.type == FigureType::time) date_end_[f.first_token] = f.last_token;
  for (uint32_t m = 0; m < mentions.size(); ++m)
    for (uint32_t token = mentions[m].first_token; token < mentions[m].last_token; ++token) mention_at_[token] = m;
}

std::optional<uint32_t> Speakers::mention_at(uint32_t token) const {
  if (token >= mention_at_.size() || mention_at_[token] == kNone) return std::nullopt;
  return mention_at_[token];
}

bool Speakers::may_speak(uint32_t mention) const {
  switch (mentions_[mention].type) {
    case EntityType::person:
    case EntityType::org:
    case EntityType::gpe:
    case EntityType::norp:
      return true;
    default:
      return false;
  }
}

// What ends the noun phrase after the verb: a mark, "that", a preposition, a verb.
bool Speakers::ends_subject(uint32_t token, uint32_t first) const {
  if (mention_at_[token] != kNone) {
    const Mention& m = mentions_[mention_at_[token]];
    if (token > m.first_token) return false;  // inside a name
    // A name with a glued "to": "told Reuters".
    return words_.view.text(words_.tokens[token].span)[0] == kLam && m.type != EntityType::person && token > first &&
           has_preposition(words_, token);
  }
  const TokenKind kind = words_.tokens[token].kind;
  if (kind == TokenKind::punctuation || kind == TokenKind::symbol) return !is_quotation(words_, token);
  if (words_.tokens[token].line_start) return true;
  if (is_that(words_, token) || words_.find(token, Table::report_verbs) != nullptr) return true;
  if (token == first && has_report_role(words_, token, "anonymous")) return false;
  if (is_function_word(words_, token) || date_end_[token] != 0) return true;
  if (has_preposition(words_, token)) return true;
  // "to "the daily"": a glued letter before a quotation mark.
  return words_.tokens[token].span.end - words_.tokens[token].span.begin == 1;
}

Speaker Speakers::find_person(uint32_t first, uint32_t last) const {
  Speaker out;
  for (uint32_t token = first; token < last; ++token) {
    const auto m = mention_at(token);
    if (!m || mentions_[*m].type != EntityType::person || mentions_[*m].first_token != token) continue;
    if (token > first && has_report_role(words_, token - 1, "relation")) continue;
    out.mention = *m;
    break;
  }
  return out;
}

uint32_t Speakers::skip_asides(uint32_t first, uint32_t limit) const {
  while (first < limit) {
    const uint32_t aside = report_role_length(words_, first, "aside");
    if (aside != 0) {
      first += aside;
    } else if (date_end_[first] != 0) {
      first = date_end_[first];
    } else {
      break;
    }
  }
  return first;
}

// The noun phrase from `first` on: a person in it speaks, else the body that
// heads it, else the phrase itself.
Speaker Speakers::read_subject(uint32_t first, uint32_t limit) const {
  first = skip_asides(first, limit);
  uint32_t last = first;
  while (last < limit && last - first < kLongestSubject && !ends_subject(last, first)) ++last;
  Speaker out = find_person(first, last);
  if (out.mention || first >= last) return out;
  // "the ambassador to the United Nations X": a title may hold prepositions before its name.
  if (const auto m = mention_at(first); m && mentions_[*m].type == EntityType::occ) {
    uint32_t end = last;
    while (end < limit && end - first < kLongestSubject && !is_comma(words_, end) && !words_.tokens[end].line_start) {
      // "the secretary general | to the president X": a second title with its preposition is who was told.
      const auto other = mention_at(end);
      if (other && *other != *m && mentions_[*other].type == EntityType::occ && has_preposition(words_, end)) break;
      ++end;
    }
    out = find_person(first, end);
    if (out.mention) return out;
  }
  uint32_t head = first;
  while (head + 1 < last && (is_quotation(words_, head) || has_report_role(words_, head, "medium"))) ++head;
  if (const auto m = mention_at(head); m && may_speak(*m)) {
    out.mention = *m;
    return out;
  }
  out.anonymous = has_report_role(words_, first, "anonymous");
  last = std::min(last, first + kLongestPhrase);
  uint32_t marks = 0;
  for (uint32_t token = first; token < last; ++token) marks += is_quotation(words_, token) ? 1U : 0U;
  if (marks % 2 == 1 && last < words_.size() && is_quotation(words_, last)) {
    ++last;
  } else {
    while (marks % 2 == 1 && last > first + 1 && is_quotation(words_, last - 1)) --last;
  }
  out.phrase = FoldedSpan{words_.tokens[first].span.begin, words_.tokens[last - 1].span.end};
  return out;
}

// "Musk said", "the minister who stressed": the subject before its verb.
Speaker Speakers::read_before(const Report& report) const {
  constexpr uint32_t kReach = 3;
  Speaker out;
  if (report.joined) return out;
  uint32_t passed = 0;
  for (uint32_t token = report.first; token-- > 0 && passed < kReach;) {
    if (words_.tokens[token + 1].line_start || ends_clause(words_, token)) return out;
    if (const auto m = mention_at(token); m && may_speak(*m)) {
      if (mentions_[*m].type == EntityType::norp) return out;  // an adjective: its noun is the subject
      out.mention = *m;
      return out;
    }
    if (words_.tokens[token].kind == TokenKind::punctuation) continue;  // "the site "X" (Y), which said"
    if (!is_function_word(words_, token) && !has_report_role(words_, token, "aside") &&
        !has_report_role(words_, token, "had"))
      return out;
    ++passed;
  }
  return out;
}

// Whoever spoke last, or the first person of the nearest sentence before.
Speaker Speakers::carry_over(const Report& report) const {
  const bool near = last_.is_known() && report.first <= last_token_ + kFarthest;
  const uint32_t sentence = words_.tokens[report.first].sentence;
  Speaker named;
  uint32_t named_at = 0;
  uint32_t in_sentence = sentence;
  // "..., he answered": in the middle of a sentence its nearest person.
  const bool mid =
      report.form == ReportForm::verb && !report.joined && report.first > 0 && is_comma(words_, report.first - 1);
  for (uint32_t back = report.first; back-- > 0 && report.first - back <= kFarthest;) {
    const uint32_t here = words_.tokens[back].sentence;
    if (named.is_known() && here != in_sentence) break;
    in_sentence = here;
    const auto m = mention_at(back);
    if (!m || mentions_[*m].first_token != back || mentions_[*m].type != EntityType::person) continue;
    named.mention = *m;
    named_at = back;
    if (mid && here == sentence) return named;
  }
  if (!near && !named.is_known()) {  // "Bloomberg's site published a report that said ..."
    for (uint32_t back = report.first; back-- > 0 && words_.tokens[back].sentence == sentence;) {
      const auto m = mention_at(back);
      if (!m || !may_speak(*m)) continue;
      named.mention = *m;
      return named;
    }
  }
  if (near && (!named.is_known() || last_token_ >= named_at)) return last_;
  return named.is_known() ? named : near ? last_ : Speaker{};
}

// "the company told the workers": the subject of such a verb is its first word.
FoldedSpan Speakers::first_word(uint32_t first, uint32_t limit) const {
  first = skip_asides(first, limit);
  const auto next = mention_at(first + 1);
  const bool described = next && mentions_[*next].type == EntityType::norp && first + 1 < limit;
  return {words_.tokens[first].span.begin, words_.tokens[described ? first + 1 : first].span.end};
}

// "the site quoted X as saying", "it came in the letter of X": who stands behind the preposition.
Speaker Speakers::read_origin(const Report& report, uint32_t limit) const {
  for (uint32_t token = report.last; token < limit && token - report.last < kLongestSubject; ++token) {
    if (!has_report_role(words_, token, "origin")) continue;
    const Speaker named = read_subject(token + 1, limit);
    if (named.is_known()) return named;
  }
  const Speaker named = read_subject(report.last, limit);
  return named.is_known() ? named : carry_over(report);
}

Speaker Speakers::find_speaker(const Report& report, uint32_t limit) const {
  if (report.form == ReportForm::describe) {
    const Speaker named = find_person(report.last, std::min(limit, report.last + kLongestSubject));
    if (named.mention) return named;
  }
  if (report.form == ReportForm::noun || report.form == ReportForm::describe) {
    const Speaker before = read_before(report);
    return before.is_known() ? before : carry_over(report);
  }
  if (report.form == ReportForm::participle) {
    const Speaker named = read_subject(report.last, limit);
    return named.mention && mentions_[*named.mention].type == EntityType::person ? named : carry_over(report);
  }
  if (report.form == ReportForm::relay || report.form == ReportForm::came) return read_origin(report, limit);
  // "Deliveroo had told the restaurants": after "had" the subject stands before.
  if (report.first > 0 && has_report_role(words_, report.first - 1, "had")) {
    const Speaker before = read_before(report);
    if (before.is_known()) return before;
  }
  Speaker named = read_subject(report.last, limit);
  if (report.form == ReportForm::tell && named.phrase) named.phrase = first_word(report.last, limit);
  if (named.is_known()) return named;
  named = read_before(report);
  if (named.is_known()) return named;
  // "he said in a statement that ..."; "said in an interview the analyst X".
  for (uint32_t token = report.last; token < limit; ++token) {
    const auto m = mention_at(token);
    if (m && mentions_[*m].type == EntityType::person && mentions_[*m].first_token == token && token > report.last &&
        !is_function_word(words_, token - 1) && !has_preposition(words_, token)) {
      named.mention = *m;
      return named;
    }
  }
  return carry_over(report);
}

Speaker Speakers::find_after(const Report& report) const {
  const auto limit = std::min<uint32_t>(static_cast<uint32_t>(words_.size()), report.last + kLongestSubject);
  const Speaker named = read_subject(report.last, limit);
  if (report.form == ReportForm::noun || report.form == ReportForm::participle)
    return named.mention ? named : carry_over(report);
  return named.is_known() ? named : carry_over(report);
}

void Speakers::remember(const Speaker& speaker, uint32_t last) {
  if (!speaker.is_known()) return;
  last_ = speaker;
  last_token_ = last;
}

}  // namespace fihris
