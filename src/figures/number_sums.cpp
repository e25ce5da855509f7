#include "figures/number_sums.h"

#include <algorithm>
#include <cmath>

namespace fihris {
namespace {

constexpr int kMaxScales = 3;       // thousand million million ... is no number
constexpr int kMaxDigitGroups = 7;  // up to quintillions
constexpr int kMaxTerms = 8;

bool is_whole(double value) { return value == std::floor(value); }

// A group below a thousand (or a digit number), before any scale word.
struct Group {
  double value = 0;
  uint32_t last = 0;
  bool digits = false;
  bool decimals = false;
};

class SumReader {
 public:
  SumReader(const Words& words, uint32_t limit) : words_(words), limit_(limit) {}

  std::optional<Sum> read(size_t token, bool first, bool joined);

 private:
  [[nodiscard]] std::optional<NumberWord> word(size_t token, bool joined = false) const {
    return find_inner_word(words_, token, limit_, joined);
  }
  [[nodiscard]] bool has_parts(uint32_t token) const;
  [[nodiscard]] std::optional<Group> read_group(size_t token, const std::optional<NumberWord>& head) const;
  std::optional<double> read_hundreds(const NumberWord& head, uint32_t& last) const;
  void add_below_hundred(Group& group) const;
  [[nodiscard]] std::optional<Group> read_single(const NumberWord& head) const;
  [[nodiscard]] std::optional<Sum> read_term(size_t token, const std::optional<NumberWord>& head) const;
  void multiply_scales(Sum& term) const;
  bool add_term(Sum& sum) const;
  bool add_loose_hundreds(Sum& sum) const;

  const Words& words_;
  uint32_t limit_;
};

// Three quarters: a unit that "parts" follow counts parts and ends a sum.
bool SumReader::has_parts(uint32_t token) const {
  const auto next = word(token);
  return next && next->role == NumberRole::parts;
}

// "three hundred" in two words, "two hundred" in one; also "3 hundred".
std::optional<double> SumReader::read_hundreds(const NumberWord& head, uint32_t& last) const {
  if (head.role == NumberRole::hundreds || head.role == NumberRole::hundred) return head.value;
  if (head.role != NumberRole::unit || head.value < 1) return std::nullopt;
  const auto next = word(head.last);
  if (!next || next->reading.article) return std::nullopt;
  const bool is_hundred = next->role == NumberRole::hundred || (next->role == NumberRole::vague && next->value == 100);
  if (!is_hundred) return std::nullopt;
  last = next->last;
  return head.value * 100;
}

// After a hundred: "and five", "and fifteen", "and twenty five", "and 21".
void SumReader::add_below_hundred(Group& group) const {
  const auto joint = find_joint(words_, group.last, limit_);
  if (!joint) return;
  if (!joint->inside) {
    if (const auto digits = read_digits(words_, joint->token, limit_)) {
      if (digits->value < 100 && is_whole(digits->value)) group = {group.value + digits->value, digits->last};
      return;
    }
  }
  const auto next = word(joint->token, joint->inside);
  const bool below = next && (next->role <= NumberRole::tens || next->role == NumberRole::single);
  if (!below || (next->role == NumberRole::unit && has_parts(next->last))) return;
  const auto rest = read_group(joint->token, next);
  if (rest && rest->value < 100) group = {group.value + rest->value, rest->last};
}

std::optional<Group> SumReader::read_group(size_t token, const std::optional<NumberWord>& head) const {
  if (!head) {
    const auto digits = read_digits(words_, token, limit_);
    if (!digits) return std::nullopt;
    Group group{digits->value, digits->last, true, digits->decimals};
    const auto next = word(digits->last);
    if (next && next->role == NumberRole::hundred && digits->value < 10 && !next->reading.article) {
      group = {digits->value * 100, next->last};
      add_below_hundred(group);
    }
    return group;
  }
  Group group{head->value, head->last};
  if (const auto hundreds = read_hundreds(*head, group.last)) {
    group.value = *hundreds;
    add_below_hundred(group);
    return group;
  }
  if (head->role == NumberRole::single) return read_single(*head);
  if (head->role > NumberRole::tens) return std::nullopt;
  if (head->role != NumberRole::unit && head->role != NumberRole::tens) return group;
  // Units stand before tens; the other order is heard and read too.
  const auto joint = find_joint(words_, group.last, limit_);
  if (!joint) return group;
  const auto next = word(joint->token, joint->inside);
  const NumberRole wanted = head->role == NumberRole::unit ? NumberRole::tens : NumberRole::unit;
  if (!next || next->role != wanted || head->value * next->value == 0) return group;
  if (wanted == NumberRole::unit && (has_parts(next->last) || word(next->last))) return group;
  return Group{group.value + next->value, next->last};
}

// The "one" that is only said before tens: "twenty-one", feminine.
std::optional<Group> SumReader::read_single(const NumberWord& head) const {
  const auto joint = find_joint(words_, head.last, limit_);
  const auto tens = joint ? word(joint->token, joint->inside) : std::nullopt;
  if (!tens || tens->role != NumberRole::tens) return std::nullopt;
  return Group{head.value + tens->value, tens->last};
}

void SumReader::multiply_scales(Sum& term) const {
  for (int i = 0; i < kMaxScales; ++i) {
    const auto next = word(term.last);
    if (!next || next->reading.article) return;
    const bool multiplies =
        next->role == NumberRole::scale || next->role == NumberRole::accusative || next->role == NumberRole::scales;
    if (!multiplies) return;
    term.scale *= next->value;
    term.value *= next->value;
    term.last = next->last;
    term.digits = false;
    term.decimals = false;  // 2.5 million is whole again
  }
}

// A group with its scales, or a scale word on its own.
std::optional<Sum> SumReader::read_term(size_t token, const std::optional<NumberWord>& head) const {
  Sum term{.terms = 1};
  if (head &&
      (head->role == NumberRole::scale || head->role == NumberRole::accusative || head->role == NumberRole::dual)) {
    term.factor = head->role == NumberRole::dual ? 2 : 1;
    term.value = term.factor * head->value;
    term.scale = head->value;
    term.last = head->last;
  } else {
    const auto group = read_group(token, head);
    if (!group) return std::nullopt;
    term.value = group->value;
    term.factor = group->value;
    term.last = group->last;
    term.digits = group->digits;
    term.decimals = group->decimals;
  }
  multiply_scales(term);
  return term;
}

// "and" + a smaller term. A bigger scale after a thousand multiplies all of it
// ("a thousand and five hundred million"); a bare bigger one is added.
bool SumReader::add_term(Sum& sum) const {
  const auto joint = find_joint(words_, sum.last, limit_);
  if (!joint || sum.decimals) return false;
  const auto head = word(joint->token, joint->inside);
  if (head && head->role == NumberRole::unit && has_parts(head->last)) return false;
  if (!head && joint->inside) return false;
  const auto term = read_term(joint->token, head);
  if (!term || !is_whole(term->value)) return false;
  if (sum.scale > 1 && term->value < sum.scale) {
    sum = {sum.value + term->value, term->scale, term->factor, term->last, sum.terms + 1};
    return true;
  }
  const bool multiplies = sum.scale == 1000 && sum.value < 10000 && term->scale > 1000 && term->factor >= 100 &&
                          term->factor < 1000 && is_whole(sum.value);
  if (multiplies) {
    const double factor = sum.value + term->factor;
    sum = {factor * term->scale, term->scale, factor, term->last, sum.terms + 1};
    return true;
  }
  const bool rises =
      head && head->role == NumberRole::scale && !sum.digits && term->value > sum.value && sum.value >= 10;
  if (rises) sum = {sum.value + term->value, term->scale, 1, term->last, sum.terms + 1};
  return rises;
}

// "a thousand five hundred": hundreds may follow a scale without "and".
bool SumReader::add_loose_hundreds(Sum& sum) const {
  if (sum.scale < 1000 || sum.decimals) return false;
  const auto head = word(sum.last);
  uint32_t last = 0;
  if (head ? !read_hundreds(*head, last) : !read_digits(words_, sum.last, limit_)) return false;
  const auto term = read_term(sum.last, head);
  if (!term || term->digits || term->scale > 1 || term->value < 100 || term->value >= 1000) return false;
  sum = {sum.value + term->value, 1, term->factor, term->last, sum.terms + 1};
  return true;
}

std::optional<Sum> SumReader::read(size_t token, bool first, bool joined) {
  const auto head = first ? find_number_word(words_, token) : word(token, joined);
  if (head && head->last > limit_) return std::nullopt;
  auto sum = read_term(token, head);
  if (!sum) return std::nullopt;
  for (int i = 0; i < kMaxTerms; ++i) {
    if (!add_loose_hundreds(*sum) && !add_term(*sum)) break;
  }
  return sum;
}

}  // namespace

std::optional<Joint> find_joint(const Words& words, size_t token, uint32_t limit) {
  if (token >= limit || words.tokens[token].line_start) return std::nullopt;
  const LinkWord link = find_link(words, token);
  const bool alone = link.link == Link::and_ && link.reading.stem == words.tokens[token].span.begin;
  if (alone) {
    if (token + 1 >= limit || words.tokens[token + 1].line_start) return std::nullopt;
    return Joint{static_cast<uint32_t>(token + 1), false};
  }
  const auto word = find_number_word(words, token);
  if (!word || word->reading.conjunction != kWaw) return std::nullopt;
  return Joint{static_cast<uint32_t>(token), true};
}

std::optional<Joint> find_joint_any(const Words& words, size_t token) {
  const auto size = static_cast<uint32_t>(words.size());
  if (const auto joint = find_joint(words, token, size)) return joint;
  if (token >= size || words.tokens[token].line_start) return std::nullopt;
  const auto readings = words.tokens.readings(token);
  const bool glued =
      std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.conjunction == kWaw; });
  return glued ? std::optional<Joint>({static_cast<uint32_t>(token), true}) : std::nullopt;
}

std::optional<NumberWord> find_inner_word(const Words& words, size_t token, uint32_t limit, bool joined) {
  if (token >= limit || words.tokens[token].line_start) return std::nullopt;
  const auto word = find_number_word(words, token);
  if (!word || word->last > limit || word->reading.preposition != 0) return std::nullopt;
  if (word->reading.conjunction != (joined ? kWaw : 0)) return std::nullopt;
  return word;
}

std::optional<Digits> read_digits(const Words& words, size_t token, uint32_t limit) {
  const auto is_number = [&](size_t at) { return at < limit && words.tokens[at].kind == TokenKind::number; };
  const auto length = [&](size_t at) { return words.tokens[at].span.end - words.tokens[at].span.begin; };
  if (!is_number(token)) return std::nullopt;
  const Token& head = words.tokens[token];
  Digits out{head.value, static_cast<uint32_t>(token + 1), head.decimals > 0};
  if (out.decimals || head.grouped || length(token) > 3) return out;
  const auto is_group = [&](size_t at) {
    return is_number(at) && words.tokens[at].space_before && !words.tokens[at].line_start && length(at) == 3 &&
           words.tokens[at].decimals == 0;
  };
  for (int i = 0; i < kMaxDigitGroups && is_group(out.last); ++i) {
    out.value = out.value * 1000 + words.tokens[out.last].value;
    ++out.last;
  }
  return out;
}

std::optional<Sum> read_sum(const Words& words, size_t token, uint32_t limit, bool first, bool joined) {
  if (token >= limit) return std::nullopt;
  return SumReader(words, limit).read(token, first, joined);
}

}  // namespace fihris
