#include "figures/tails.h"

#include "figures/number_tails.h"

namespace fihris {

const WordMatch* find_tail_match(const Words& words, size_t token, Table table, bool article) {
  if (words.find(token, table) == nullptr || words.tokens[token].line_start) return nullptr;
  for (const WordMatch& match : words.at(token)) {
    if (match.table != table || match.reading.conjunction != 0 || match.reading.preposition != 0) continue;
    if (match.reading.article && !article) continue;
    return &match;
  }
  return nullptr;
}

std::optional<Half> read_unit_half(const Words& words, const Amount& amount, uint32_t token, Table table) {
  const auto joint = find_joint(words, token, static_cast<uint32_t>(words.size()));
  if (!joint) return std::nullopt;
  const auto head = find_number_word(words, joint->token);
  if (head && head->reading.article) return std::nullopt;
  const auto part = read_fraction(words, joint->token, false, joint->inside);
  if (!part) return std::nullopt;
  const Number& number = amount.end_number();
  Half out{part->value * (number.scaled ? number.scale : 1), part->last};
  if (out.last >= words.size() || words.tokens[out.last].line_start) return out;
  if (const WordMatch* again = find_tail_match(words, out.last, table, true)) {
    out.value = part->value;
    out.last += again->tokens;
    return out;
  }
  const auto scale = find_number_word(words, out.last);
  if (scale && scale->role == NumberRole::scale && scale->reading.conjunction == 0 && scale->reading.preposition == 0) {
    out.value = part->value * scale->value;
    out.last = scale->last;
    return out;
  }
  // "20 dollars and half of the people": the half is another figure.
  for (const Reading& reading : words.tokens.readings(out.last)) {
    if (reading.article && reading.conjunction == 0 && reading.preposition == 0) return std::nullopt;
  }
  return out;
}

std::string_view read_rate(const Words& words, uint32_t token) {
  if (token >= words.size() || words.tokens[token].line_start) return {};
  const WordMatch* match = words.find(token, Table::rates);
  if (match == nullptr || match->reading.conjunction != 0) return {};
  return row_cell(Table::rates, match->row, rates_columns::per);
}

std::optional<Tail> read_percent(const Words& words, uint32_t token) {
  const WordMatch* match = find_tail_match(words, token, Table::percents, false);
  if (match == nullptr) return std::nullopt;
  Tail tail{.type = FigureType::percent, .last = token + match->tokens, .rule = "percent"};
  tail.unit = row_cell(Table::percents, match->row, percents_columns::unit);
  return tail;
}

void find_lone_percent(const Words& words, uint32_t token, std::vector<FigureCandidate>& out) {
  const WordMatch* match = words.find(token, Table::percents);
  if (match == nullptr || match->reading.article || row_value(Table::percents, match->row) != 2) return;
  auto candidate = make_candidate(words, FigureType::percent, match->reading.stem, token, token + match->tokens,
                                  Priority::measured, "percent");
  candidate.figure.value = 2;
  candidate.figure.unit = row_cell(Table::percents, match->row, percents_columns::unit);
  out.push_back(std::move(candidate));
}

std::optional<Tail> read_sign_before(const Words& words, const Amount& amount, uint32_t& first) {
  if (amount.first == 0 || words.tokens[amount.first].line_start) return std::nullopt;
  const uint32_t at = amount.first - 1;
  // A sign glued to a number before it belongs there.
  const bool taken = at > 0 && words.tokens[at - 1].kind == TokenKind::number && !words.tokens[at].space_before &&
                     !words.tokens[at].line_start;
  if (taken) return std::nullopt;
  const auto matches = words.at(at);
  for (const WordMatch& match : matches) {
    if (match.tokens != 1) continue;
    const bool sign =
        match.table == Table::currencies && row_cell(Table::currencies, match.row, currencies_columns::role) == "sign";
    const bool percent = match.table == Table::percents && !amount.number.scaled;
    if (!sign && !percent) continue;
    first = at;
    Tail tail{.type = sign ? FigureType::money : FigureType::percent, .last = amount.last, .rule = "sign_before"};
    tail.unit = sign ? row_cell(Table::currencies, match.row, currencies_columns::code)
                     : row_cell(Table::percents, match.row, percents_columns::unit);
    return tail;
  }
  return std::nullopt;
}

}  // namespace fihris
