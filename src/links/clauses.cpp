#include "links/clauses.h"

#include "text/characters.h"

namespace fihris {
namespace {

constexpr uint32_t kLongestAside = 6;  // tokens in brackets that do not cut their clause
constexpr uint32_t kLongestPhrase = 5;

// Which item covers each token.
template <class Item>
std::vector<uint32_t> cover_tokens(size_t size, const std::vector<Item>& items) {
  std::vector<uint32_t> out(size, kNone);
  for (uint32_t i = 0; i < items.size(); ++i) {
    for (uint32_t t = items[i].first_token; t < items[i].last_token && t < size; ++t) out[t] = i;
  }
  return out;
}

bool cuts(char16_t mark) {
  return mark == kArabicComma || mark == u',' || mark == kArabicSemicolon || mark == u';' || mark == u':' ||
         mark == u'(' || mark == u')' || mark == u'[' || mark == u']' || mark == 0x2013 || mark == 0x2014 ||
         mark == u'-' || mark == kEllipsis || mark == u'.' || mark == u'!' || mark == u'?' || mark == kArabicQuestion;
}

// A verb of figures that "and" joins to what stands before it.
bool is_joined_verb(const Words& words, uint32_t token) {
  for (const WordMatch& match : words.at(token)) {
    if (match.reading.conjunction == 0 || match.reading.preposition != 0 || match.reading.article) continue;
    if (match.table == Table::figure_verbs) return true;
    if (match.table == Table::change_verbs &&
        row_cell(Table::change_verbs, match.row, change_verbs_columns::part) != "noun")
      return true;
  }
  return false;
}

}  // namespace

Clauses::Clauses(const Words& all_words, const Analysis& all_findings)
    : words(all_words),
      analysis(all_findings),
      figure(cover_tokens(all_words.size(), all_findings.figures)),
      mention(cover_tokens(all_words.size(), all_findings.mentions)),
      clause(all_words.size(), 0),
      sentence(all_words.size(), 0),
      last_mark(all_words.size(), kNone) {
  const auto size = static_cast<uint32_t>(words.size());
  uint32_t opener_end = 0;  // tokens before it belong to an opening word
  uint32_t aside_end = 0;   // tokens before it stand in a short aside
  for (uint32_t i = 0; i < size; ++i) {
    const bool opens_sentence = i == 0 || !same_sentence(i - 1, i);
    sentence[i] = opens_sentence ? i : sentence[i - 1];
    if (i >= aside_end && has_mark(i, u'(')) {
      uint32_t end = i + 1;
      while (end < size && end <= i + kLongestAside && figure[end] == kNone && !has_mark(end, u')')) ++end;
      if (end < size && has_mark(end, u')')) {
        last_mark[i] = end;
        aside_end = end + 1;
      }
    }
    const bool inside = i > 0 && figure[i] != kNone && figure[i - 1] == figure[i];
    const bool after_mark = i > 0 && i >= aside_end && last_mark[i] == kNone && i - 1 >= aside_end && is_mark(i - 1) &&
                            cuts(words.view.folded[words.tokens[i - 1].span.begin]);
    const bool free = figure[i] == kNone && i >= aside_end && i >= opener_end;
    const WordMatch* opener = free ? find_opener(words, i) : nullptr;
    if (opener != nullptr) opener_end = i + opener->tokens;
    const bool opens = opener != nullptr || (free && is_joined_verb(words, i));
    if (opens_sentence || (!inside && (after_mark || opens))) stretches.push_back({i, i});
    stretches.back().last = i + 1;
    clause[i] = static_cast<uint32_t>(stretches.size() - 1);
  }
}

const WordMatch* find_opener(const Words& words, uint32_t token) {
  if (words.find(token, Table::clause_openers) == nullptr) return nullptr;
  for (const WordMatch& match : words.at(token)) {
    if (match.table != Table::clause_openers || match.reading.article || match.reading.preposition == kKaf) continue;
    const bool joined = row_cell(Table::clause_openers, match.row, clause_openers_columns::kind) == "joined";
    if (!joined || match.reading.conjunction != 0) return &match;
  }
  return nullptr;
}

bool Clauses::is_mark(uint32_t token) const {
  return token < words.size() && words.tokens[token].kind == TokenKind::punctuation;
}

bool Clauses::has_mark(uint32_t token, char16_t mark) const {
  return is_mark(token) && words.view.folded[words.tokens[token].span.begin] == mark;
}

Span Clauses::span_of(TokenStretch stretch) const {
  while (stretch.first + 1 < stretch.last && is_mark(stretch.first)) ++stretch.first;
  bool bracket = false;  // one that opens in the stretch also closes there
  for (uint32_t at = stretch.first; at < stretch.last; ++at) bracket = bracket || has_mark(at, u'(');
  while (stretch.first + 1 < stretch.last && is_mark(stretch.last - 1) &&
         !(bracket && has_mark(stretch.last - 1, u')')))
    --stretch.last;
  return words.view.to_source({words.tokens[stretch.first].span.begin, words.tokens[stretch.last - 1].span.end});
}

const WordMatch* find_before(const Words& words, uint32_t token, Table table, uint32_t& first) {
  for (uint32_t length = kLongestPhrase; length > 0; --length) {
    if (length > token || words.tokens[token - length].sentence != words.tokens[token - 1].sentence) continue;
    if (words.find(token - length, table) == nullptr) continue;
    for (const WordMatch& match : words.at(token - length)) {
      if (match.table != table || match.tokens != length || match.reading.article) continue;
      first = token - length;
      return &match;
    }
  }
  return nullptr;
}

uint32_t skip_hedges_back(const Clauses& c, uint32_t first) {
  uint32_t at = first;
  for (int round = 0; round < 2; ++round) {
    uint32_t begin = at;
    const WordMatch* hedge = find_before(c.words, at, Table::hedges, begin);
    if (hedge == nullptr || row_cell(Table::hedges, hedge->row, hedges_columns::place) != "before") break;
    if (c.figure[begin] != kNone) break;
    at = begin;
    if (hedge->reading.preposition != 0) break;
  }
  return at;
}

char16_t glued_preposition(const Clauses& c, uint32_t token) {
  const Words& words = c.words;
  if (token >= words.size()) return 0;
  if (c.figure[token] != kNone) {
    const Figure& figure = c.analysis.figures[c.figure[token]];
    if (figure.first_token != token) return 0;
    // The letter stands before the figure in the same token, or alone as the
    // token before ("b" and a number glued to it).
    for (const Reading& reading : words.tokens.readings(token)) {
      if (reading.preposition != 0 && words.view.to_source({reading.name, reading.name}).begin == figure.span.begin)
        return reading.preposition;
    }
    if (token == 0 || words.tokens[token - 1].kind != TokenKind::word) return 0;
    const std::u16string_view text = words.view.text(words.tokens[token - 1].span);
    const char16_t last = text.back();
    const bool letter = text.size() == 1 || (text.size() == 2 && text.front() == u'\u0648');
    return letter && (last == kBa || last == kLam) ? last : 0;
  }
  for (const WordMatch& match : words.at(token)) {
    if (match.reading.preposition == kBa || match.reading.preposition == kLam) return match.reading.preposition;
  }
  return 0;
}

bool is_date(const Figure& figure) { return figure.type == FigureType::date || figure.type == FigureType::time; }

bool is_calendar(const Figure& figure) {
  return is_date(figure) || figure.type == FigureType::duration || figure.type == FigureType::age;
}

bool is_amount(const Figure& figure) {
  switch (figure.type) {
    case FigureType::money:
    case FigureType::percent:
    case FigureType::quantity:
    case FigureType::count:
    case FigureType::cardinal:
      return true;
    default:
      return false;
  }
}

bool is_alike(const Figure& a, const Figure& b) {
  if (a.type == FigureType::cardinal || b.type == FigureType::cardinal) return a.unit.empty() || b.unit.empty();
  return a.type == b.type && a.unit == b.unit;
}

}  // namespace fihris
