// Counted nouns: after their number ("12 employees", "tens of companies",
// "10 of the members"), and before it ("one bank", "the three researchers").
#include <cmath>

#include "figures/nouns.h"
#include "figures/number_tails.h"
#include "figures/surroundings.h"
#include "figures/tails.h"

namespace fihris {
namespace {

constexpr char16_t kNoon = 0x0646;

bool is_quote(const Words& words, uint32_t token) {
  if (token >= words.size() || words.tokens[token].kind != TokenKind::punctuation || words.tokens[token].line_start)
    return false;
  switch (words.view.folded[words.tokens[token].span.begin]) {
    case u'"':
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
      return true;
    default:
      return false;
  }
}

Tail make_tail(const Words& words, uint32_t noun_begin, uint32_t last) {
  Tail tail{.type = FigureType::count, .last = last, .rule = "counted_noun"};
  tail.of = FoldedSpan{noun_begin, words.tokens[last - 1].span.end};
  return tail;
}

bool has_proclitics(const Reading& reading) { return reading.conjunction != 0 || reading.preposition != 0; }

// A noun that stands in its bare form right after the number.
std::optional<Tail> read_direct(const Words& words, const Amount& amount, uint32_t token) {
  if (token >= words.size() || words.tokens[token].line_start) return std::nullopt;
  const Number& number = amount.end_number();
  const bool vague = amount.is_vague();
  const uint32_t begin = words.tokens[token].span.begin;
  const Noun noun = find_noun(words, token, false);
  if (noun.form != NounForm::none && !has_proclitics(noun.reading)) {
    const bool listed = noun.form != NounForm::unlisted;
    // The definite noun follows vague amounts only: "tens of the companies".
    if (noun.definite) return vague ? std::optional(make_tail(words, begin, noun.last)) : std::nullopt;
    if (noun.form == NounForm::two) return std::nullopt;  // a dual is counted already
    if (listed) return make_tail(words, begin, noun.last);
  }
  const bool decimals = number.digits && words.tokens[number.last - 1].decimals > 0;
  if (decimals || (!amount.upper && looks_like_year(words, number))) return std::nullopt;
  if (amount.number.definite || amount.number.fraction || is_glued(words, token) ||
      (number.digits && is_label(words, amount)))
    return std::nullopt;
  if (!may_be_counted(words, token, vague ? 3 : number.value)) return std::nullopt;
  return make_tail(words, begin, token + 1);
}

// "four "cables""
std::optional<Tail> read_quoted(const Words& words, const Amount& amount, uint32_t token) {
  if (!is_quote(words, token) || !is_quote(words, token + 2)) return std::nullopt;
  auto inner = read_direct(words, amount, token + 1);
  if (!inner || inner->last != token + 2) return std::nullopt;
  inner->last = token + 3;
  return inner;
}

// "10 of the members", "a million and a quarter of the women".
std::optional<Tail> read_partitive(const Words& words, const Amount& amount, uint32_t token) {
  const LinkWord link = find_next_link(words, token);
  if (link.link != Link::of || has_proclitics(link.reading) || amount.number.fraction) return std::nullopt;
  if (amount.number.definite && !amount.is_vague()) return std::nullopt;  // "the 223rd of the meetings"
  const bool large = amount.is_vague() || amount.number.scaled;
  const Noun noun = find_noun(words, link.last, false);
  if (noun.form == NounForm::none || has_proclitics(noun.reading) || words.tokens[link.last].line_start)
    return std::nullopt;
  const bool listed = noun.form == NounForm::many || noun.form == NounForm::one;
  if (!listed && !(large && noun.definite)) return std::nullopt;
  if (!large && (noun.form != NounForm::many || amount.is_one_word())) return std::nullopt;
  if (words.find(link.last, Table::function_words) != nullptr) return std::nullopt;
  return make_tail(words, words.tokens[link.last].span.begin, noun.last);
}

// "one bank", "a single well": the noun before the word "one".
void add_single(const Words& words, const Amount& amount, std::vector<FigureCandidate>& out) {
  if (amount.first == 0 || words.tokens[amount.first].line_start) return;
  const Number& one = amount.number;
  if (one.definite || one.conjunction != 0 || one.preposition != 0) return;
  // "one of the best" counts nothing.
  if (find_next_link(words, amount.last).link == Link::of) return;
  const uint32_t at = amount.first - 1;
  if (words.find(at, Table::traps) != nullptr) return;
  const Token& token = words.tokens[at];
  if (token.kind != TokenKind::word) return;
  uint32_t begin = token.span.begin;
  const Noun noun = find_noun(words, at, true);
  if (noun.definite || noun.form == NounForm::many || noun.form == NounForm::two) return;
  if (noun.form == NounForm::one) {
    if (noun.last != amount.first) return;
    // After a preposition no "and" or "so" is cut off: "from an idea", not "from so a ball".
    const bool whole = noun.reading.conjunction != 0 && at > 0 && !words.tokens[at].line_start &&
                       words.find(at - 1, Table::function_words) != nullptr;
    begin = whole ? token.span.begin : noun.reading.stem;
  } else {
    const bool adjective = words.view.folded[token.span.end - 1] == 0x064A;  // "Sunni": its noun is further back
    if (adjective || !may_be_counted(words, at, 2) || words.find(at, Table::currencies) != nullptr) return;
    // A glued preposition is cut where the rest is long enough to be a word.
    for (const Reading& reading : words.tokens.readings(at)) {
      if (reading.preposition != 0 && !reading.article && token.span.end - reading.stem >= 4) begin = reading.stem;
    }
  }
  auto candidate = make_candidate(words, FigureType::count, begin, at, amount.last, Priority::counted, "noun_one");
  candidate.figure.value = 1;
  candidate.figure.of = words.view.to_source({begin, token.span.end});
  out.push_back(std::move(candidate));
}

bool is_plural(const Words& words, uint32_t token, const Noun& noun) {
  if (noun.form == NounForm::many) return true;
  if (noun.form != NounForm::unlisted) return false;
  const std::u16string_view word = words.view.text(words.tokens[token].span);
  const char16_t last = word.back();
  const char16_t before = word[word.size() - 2];
  const bool sound = (last == 0x062A && before == 0x0627) || (last == kNoon && (before == 0x0648 || before == 0x064A));
  return sound;
}

// "the three researchers", "the 15 member states": a definite noun, then its number.
void add_definite(const Words& words, const Amount& amount, std::vector<FigureCandidate>& out) {
  const Number& number = amount.number;
  if (!number.definite || number.ordinal || amount.upper || number.conjunction != 0 || number.preposition != 0) return;
  if (amount.first == 0 || words.tokens[amount.first].line_start || number.value < 2) return;
  uint32_t at = amount.first - 1;
  uint32_t of_last = amount.first;
  if (is_quote(words, at) && at > 0) of_last = at--;
  Noun noun = find_noun(words, at, true);
  if (noun.form == NounForm::none || !noun.definite) return;
  // "the member states", "the main cereals" + number: the noun may be two words before.
  const bool adjective = noun.form == NounForm::unlisted && words.view.folded[words.tokens[at].span.end - 1] == 0x0647;
  const bool may_head = at > 0 && noun.reading.article && !has_proclitics(noun.reading) && !words.tokens[at].line_start;
  if (may_head) {
    const Noun head = find_noun(words, at - 1, true);
    const bool plural = head.form == NounForm::many || (adjective && head.form == NounForm::unlisted);
    const bool agrees = (adjective || is_plural(words, at, noun)) && head.definite && head.reading.article;
    // "the technology companies, all four": the number counts the head of the construct.
    const bool construct = head.form == NounForm::many && !head.definite && !is_plural(words, at, noun);
    if (plural && (agrees || construct)) {
      --at;
      noun = head;
    }
  }
  // A singular nisba ("the European") is no counted noun.
  if (at + 1 == amount.first && noun.form == NounForm::unlisted &&
      words.view.folded[words.tokens[at].span.end - 1] == 0x064A)
    return;
  const bool small_word = !number.digits && number.value >= 3 && number.value <= 10;
  if (!small_word && !is_plural(words, at, noun)) return;
  const uint32_t begin = noun.reading.name;
  auto candidate = make_candidate(words, FigureType::count, begin, at, amount.last, Priority::counted, "definite_noun");
  set_value(amount, 1, candidate.figure);
  candidate.figure.of = words.view.to_source({begin, words.tokens[of_last - 1].span.end});
  out.push_back(std::move(candidate));
}

}  // namespace

std::optional<Tail> read_counted(const Words& words, const Amount& amount, uint32_t token) {
  if (amount.number.ordinal || amount.is_one_word() || amount.number.several) return std::nullopt;
  if (amount.number.fraction) return std::nullopt;  // "two thirds of votes" is a share
  if (amount.number.definite && !amount.number.digits && amount.number.value == 2) return std::nullopt;  // Monday
  if (names_army_unit(words, amount) || (amount.number.digits && is_glued_to_mark(words, amount))) return std::nullopt;
  if (auto direct = read_direct(words, amount, token)) return direct;
  if (auto quoted = read_quoted(words, amount, token)) return quoted;
  return read_partitive(words, amount, token);
}

void find_noun_first(const Words& words, const std::vector<Amount>& amounts, std::vector<FigureCandidate>& out) {
  for (const Amount& amount : amounts) {
    if (amount.is_one_word()) {
      add_single(words, amount, out);
    } else {
      add_definite(words, amount, out);
    }
  }
}

}  // namespace fihris
