// The straight line of the figures room: words, amounts, what follows them,
// candidates of every kind, the choice, the hedges.
#include "figures/figures.h"

#include "figures/bare.h"
#include "figures/calendar.h"
#include "figures/candidates.h"
#include "figures/hedges.h"
#include "figures/nouns.h"
#include "figures/number_tails.h"
#include "figures/ratios.h"
#include "figures/scores.h"
#include "figures/surroundings.h"
#include "figures/tails.h"

namespace fihris {
namespace {

constexpr uint32_t kRateReach = 2;  // "5 million barrels of oil | per day": words between

std::optional<Tail> read_tail(const Words& words, const CountryContext& context, const Amount& amount) {
  if (amount.number.ordinal) return std::nullopt;
  if (auto percent = read_percent(words, amount.last)) return percent;
  if (auto money = read_money(words, context, amount, amount.last)) return money;
  if (auto unit = read_unit(words, amount, amount.last)) return unit;
  return read_counted(words, amount, amount.last);
}

// "(1300) riyals", "(1.7) million jobs": what stands after a number in brackets.
std::optional<Tail> read_after_bracket(const Words& words, const CountryContext& context, const Amount& amount) {
  uint32_t at = amount.last + 1;
  if (at >= words.size() || words.tokens[at].line_start) return std::nullopt;
  double scale = 1;
  Amount whole = amount;
  if (const auto word = find_number_word(words, at);
      word && word->role <= NumberRole::scales && word->value >= 1000 && word->reading.conjunction == 0) {
    scale = word->value;
    at = word->last;
    whole.number.scaled = true;
  }
  std::optional<Tail> tail = read_percent(words, at);
  if (!tail) tail = read_money(words, context, whole, at);
  if (!tail) tail = read_unit(words, whole, at);
  const NounForm noun = find_noun(words, at, false).form;
  const bool counts =
      scale > 1 || (!amount.upper && amount.number.value >= 11 && !looks_like_year(words, amount.number));
  if (!tail && counts && (noun == NounForm::one || noun == NounForm::many)) tail = read_counted(words, whole, at);
  if (!tail && scale > 1) tail = Tail{.type = FigureType::cardinal, .last = at, .rule = "cardinal"};
  if (tail) tail->factor *= scale;
  return tail;
}

Priority priority_of(const Tail& tail) {
  return tail.type == FigureType::count ? Priority::counted : Priority::measured;
}

FigureCandidate make_measured(const Words& words, const Amount& amount, const Tail& tail, uint32_t first,
                              uint32_t last) {
  const uint32_t begin = first == amount.first ? amount.begin : words.tokens[first].span.begin;
  auto candidate = make_candidate(words, tail.type, begin, first, last, priority_of(tail), tail.rule);
  Figure& figure = candidate.figure;
  set_value(amount, tail.factor, figure);
  if (figure.value) *figure.value += tail.extra;
  if (figure.high) *figure.high += tail.extra;
  figure.unit = tail.unit;
  if (tail.of) figure.of = words.view.to_source(*tail.of);
  for (uint32_t at = last; at <= last + kRateReach && figure.per.empty(); ++at) {
    if (at > last && (at >= words.size() || words.tokens[at - 1].kind != TokenKind::word)) break;
    figure.per = read_rate(words, at);
  }
  return candidate;
}

// "between 3% and 4%": both ends with their unit make one range.
std::optional<FigureCandidate> join_between(const Words& words, const Amount& low, const FigureCandidate& a,
                                            const Amount& high, const FigureCandidate& b) {
  const bool same =
      a.figure.type == b.figure.type && a.figure.unit == b.figure.unit && a.figure.type != FigureType::count;
  if (!same || !a.figure.value || !b.figure.value || !follows_between(words, low.number)) return std::nullopt;
  const uint32_t gap = a.figure.last_token;
  const bool joined = high.first == gap ? high.number.conjunction == kWaw
                                        : high.first == gap + 1 && find_next_link(words, gap).link == Link::and_;
  if (!joined) return std::nullopt;
  FigureCandidate out = b;
  out.figure.first_token = a.figure.first_token;
  out.folded.begin = a.folded.begin;
  out.figure.low = a.figure.value;
  out.figure.high = b.figure.value;
  out.figure.value.reset();
  return out;
}

// Amounts with what they measure or count. Walked backwards, so that a list's
// earlier members find the unit that its last one has.
void find_measured(const Words& words, const CountryContext& context, const std::vector<Amount>& amounts,
                   std::vector<FigureCandidate>& out) {
  std::optional<Tail> next;
  std::optional<FigureCandidate> later;  // what the amount after this one became
  for (size_t i = amounts.size(); i-- > 0;) {
    const Amount& amount = amounts[i];
    std::optional<Tail> tail = read_tail(words, context, amount);
    const bool own = tail.has_value();
    uint32_t first = amount.first;
    if (!tail || tail->type == FigureType::count) {
      if (auto sign = read_sign_before(words, amount, first)) tail = sign;
    }
    if (!tail && first > 0 && is_mark(words, first - 1, u'(') && is_mark(words, amount.last, u')')) {
      tail = read_after_bracket(words, context, amount);
      if (tail) --first;
    }
    if (!tail && amount.shares_next && next) {
      tail = next;
      tail->extra = 0;
      tail->last = amount.last;
    }
    std::optional<FigureCandidate> made;
    if (tail) {
      made = make_measured(words, amount, *tail, first, std::max(tail->last, amount.last));
      if (later) {
        if (auto joined = join_between(words, amount, *made, amounts[i + 1], *later)) out.push_back(std::move(*joined));
      }
      out.push_back(*made);
    }
    later = std::move(made);
    if (!tail || !own || tail->type == FigureType::count) add_bare(words, amount, out);
    next = tail;
  }
}

// "more than 10 and less than 40 schools": two bounds of one figure.
bool bounds_one(const Words& words, const Figure& low, const Figure& high) {
  const bool bounds = (low.hedge == Hedge::more_than || low.hedge == Hedge::at_least) &&
                      (high.hedge == Hedge::less_than || high.hedge == Hedge::at_most);
  if (!bounds || !low.value || !high.value || *low.value >= *high.value) return false;
  if (low.type != FigureType::cardinal) return false;  // with a unit of its own it is a figure of its own
  const uint32_t gap = low.last_token;
  if (gap >= high.first_token || words.tokens[gap].line_start) return false;
  const WordMatch* hedge = words.find(gap, Table::hedges);
  return hedge != nullptr && hedge->reading.conjunction == kWaw && gap + hedge->tokens == high.first_token;
}

void join_bounds(const Words& words, std::vector<Figure>& figures) {
  size_t kept = 0;
  for (size_t i = 0; i < figures.size(); ++i) {
    if (kept > 0 && bounds_one(words, figures[kept - 1], figures[i])) {
      Figure joined = std::move(figures[i]);
      joined.low = figures[kept - 1].value;
      joined.high = joined.value;
      joined.value.reset();
      joined.hedge = Hedge::none;
      joined.span.begin = figures[kept - 1].span.begin;
      joined.first_token = figures[kept - 1].first_token;
      figures[kept - 1] = std::move(joined);
    } else {
      if (kept != i) figures[kept] = std::move(figures[i]);
      ++kept;
    }
  }
  figures.resize(kept);
}

void find_lone(const Words& words, const CountryContext& context, std::vector<FigureCandidate>& out) {
  for (uint32_t token = 0; token < words.size(); ++token) {
    if (words.at(token).empty()) continue;
    if (words.find(token, Table::currencies) != nullptr) {
      const bool hedged = read_hedge(words, token, token + 1) == Hedge::approx;
      find_lone_currency(words, context, token, hedged, out);
    }
    find_lone_percent(words, token, out);
    const WordMatch* unit = words.find(token, Table::units);
    if (unit != nullptr) find_lone_unit(words, token, is_alone(words, token, token + unit->tokens), out);
  }
}

}  // namespace

std::vector<Figure> find_figures(const Words& words, const Options& options) {
  const CountryContext context(words);
  const std::vector<Amount> amounts = find_amounts(words);
  std::vector<FigureCandidate> candidates;
  find_measured(words, context, amounts, candidates);
  find_ratios(words, amounts, candidates);
  find_noun_first(words, amounts, candidates);
  find_scores(words, candidates);
  find_lone(words, context, candidates);
  find_calendar(words, options.published, candidates);
  std::vector<Figure> figures = choose_figures(words, std::move(candidates));
  for (Figure& figure : figures) {
    if (figure.hedge == Hedge::none) figure.hedge = read_hedge(words, figure.first_token, figure.last_token);
  }
  join_bounds(words, figures);
  return figures;
}

}  // namespace fihris
