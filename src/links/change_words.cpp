#include "links/change_words.h"

#include "text/characters.h"

namespace fihris {
namespace {

std::string_view link_role(const WordMatch& match) {
  return row_cell(Table::change_links, match.row, change_links_columns::role);
}

// "more than 20": the verb belongs to the figure's hedge.
bool is_hedge(const Clauses& c, uint32_t token) {
  for (const WordMatch& match : c.words.at(token)) {
    if (match.table != Table::hedges) continue;
    const uint32_t end = token + match.tokens;
    if (end < c.words.size() && c.figure[end] != kNone) return true;
    if (end + 1 < c.words.size() && c.figure[end + 1] != kNone && c.words.find(end, Table::hedges) != nullptr)
      return true;
  }
  return false;
}

bool is_denied(const Words& words, uint32_t token) {
  if (token == 0 || words.tokens[token].line_start) return false;
  const WordMatch* before = words.find(token - 1, Table::change_links);
  return before != nullptr && link_role(*before) == "not";
}

// Where the word that names a figure's part would end, and the letter glued there.
struct Seam {
  uint32_t token = 0;
  char16_t letter = 0;
};

Seam find_seam(const Clauses& c, const Figure& figure) {
  const uint32_t begin = skip_hedges_back(c, figure.first_token);
  if (begin < figure.first_token) {
    for (const WordMatch& match : c.words.at(begin))
      if (match.table == Table::hedges && match.reading.preposition != 0) return {begin, match.reading.preposition};
    return {begin, 0};
  }
  const char16_t letter = glued_preposition(c, begin);
  const bool apart = letter != 0 && begin > 0 && c.words.tokens[begin - 1].kind == TokenKind::word &&
                     c.words.tokens[begin - 1].span.end - c.words.tokens[begin - 1].span.begin <= 2 &&
                     !c.words.tokens[begin].space_before;
  return {apart ? begin - 1 : begin, letter};
}

ChangeRole role_of(const WordMatch& match) {
  const std::string_view role = link_role(match);
  if (role == "from") return ChangeRole::from;
  if (role == "to") return ChangeRole::to;
  if (role == "by") return ChangeRole::by;
  if (role == "worth") return ChangeRole::worth;
  if (role == "bound" || role == "number") return ChangeRole::bound;
  if (role == "against") return ChangeRole::against;
  if (role == "than") return ChangeRole::than;
  if (role == "reach")
    return match.reading.preposition == kLam || match.reading.conjunction != 0 ? ChangeRole::to : ChangeRole::reached;
  return ChangeRole::none;
}

}  // namespace

std::optional<ChangeWord> find_change_word(const Clauses& c, uint32_t token) {
  const WordMatch* match = c.words.find(token, Table::change_verbs);
  if (match == nullptr || match->reading.preposition == kKaf) return std::nullopt;
  if (c.mention[token] != kNone || c.figure[token] != kNone || is_denied(c.words, token) || is_hedge(c, token))
    return std::nullopt;
  const auto cell = [match](int column) { return row_cell(Table::change_verbs, match->row, column); };
  ChangeWord out;
  out.first = token;
  out.last = token + match->tokens;
  out.span = c.words.view.to_source({match->reading.name, c.words.tokens[out.last - 1].span.end});
  const std::string_view direction = cell(change_verbs_columns::direction);
  out.direction = direction == "rise" ? Direction::rise : direction == "fall" ? Direction::fall : Direction::change;
  const std::string_view strength = cell(change_verbs_columns::strength);
  out.strength = strength == "sure"     ? ChangeStrength::sure
                 : strength == "motion" ? ChangeStrength::motion
                                        : ChangeStrength::linked;
  const std::string_view part = cell(change_verbs_columns::part);
  out.part = part == "noun" ? ChangePart::noun : part == "acts" ? ChangePart::acts : ChangePart::verb;
  out.article = match->reading.article;
  out.preposition = match->reading.preposition;
  out.conjunction = match->reading.conjunction;
  // A verb's letters with an article or "by" before them are its noun.
  if (out.article || (match->reading.preposition != 0 && match->reading.preposition != kLam)) {
    if (out.part == ChangePart::verb && out.strength == ChangeStrength::motion) return std::nullopt;
    out.part = ChangePart::noun;
  }
  return out;
}

ChangeRole read_change_role(const Clauses& c, const Figure& figure) {
  const Seam seam = find_seam(c, figure);
  uint32_t first = seam.token;
  const WordMatch* link = seam.token == 0 ? nullptr : find_before(c.words, seam.token, Table::change_links, first);
  ChangeRole role = link == nullptr || c.figure[first] != kNone ? ChangeRole::none : role_of(*link);
  if (seam.letter == kLam) return ChangeRole::to;
  if (seam.letter == 0) return role;
  return role == ChangeRole::against || role == ChangeRole::from ? role : ChangeRole::by;
}

bool is_link_word(const Clauses& c, const Figure& figure) {
  const Seam seam = find_seam(c, figure);
  uint32_t first = seam.token;
  return seam.letter == 0 && seam.token > 0 && find_before(c.words, seam.token, Table::change_links, first) != nullptr;
}

Direction direction_between(const Analysis& analysis, const Change& change) {
  if (!change.from || !change.to) return Direction::change;
  const Figure& from = analysis.figures[*change.from];
  const Figure& to = analysis.figures[*change.to];
  const std::optional<double> low = *change.from == *change.to ? from.low : from.value;
  const std::optional<double> high = *change.from == *change.to ? to.high : to.value;
  if (to.type == FigureType::cardinal) return Direction::change;  // a rank may rise by falling
  if (!low || !high || *low == *high) return Direction::change;
  return *high > *low ? Direction::rise : Direction::fall;
}

}  // namespace fihris
