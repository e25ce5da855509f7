// Percentages against the amounts beside them: "from 20 to 30, a rise of 40 %",
// "45 of 60, that is 70 %". Roundings are given their room, bounds are left alone.
#include <algorithm>
#include <cmath>

#include "links/check_readers.h"

namespace fihris {
namespace {

constexpr uint32_t kShareReach = 6;  // words between "45 of 60" and its share
constexpr uint32_t kOfReach = 3;     // words between a part, "of" and its total
constexpr double kTrifle = 0.03;     // a share that far off is nobody's question
constexpr float kFromTo = 0.85F;
constexpr float kFromDelta = 0.75F;
constexpr float kOfTotal = 0.85F;

bool is_share(const Figure& figure) { return figure.type == FigureType::percent && figure.unit == "%"; }

// The share with one more unit of its last place: many cut instead of rounding.
struct Room {
  double low = 0;
  double high = 0;
  [[nodiscard]] bool meets(double from, double to) const { return from <= high && to >= low; }
};

Room room_of(const Measured& share) {
  const double written = share.high - share.value;
  const double slack = std::max(written > 0 ? 2 * written : 1, kTrifle * share.value);
  return {share.value - slack, share.value + slack};
}

// How far apart two amounts are, as shares of the first, roundings considered.
Room change_room(const Measured& from, const Measured& to) {
  if (to.value >= from.value) {
    return {std::max(0.0, (to.low - from.high) / from.high * 100), (to.high - from.low) / from.low * 100};
  }
  return {std::max(0.0, (from.low - to.high) / from.low * 100), (from.high - to.low) / from.high * 100};
}

// Both ends of a change, as far as the text gives them.
struct Ends {
  Measured from, to;
  float confidence = kFromTo;
};

// "to reach 60 million" is read like "up to": here it is where the change went.
std::optional<Measured> measure_level(const Clauses& c, const Figure& figure) {
  if (figure.hedge != Hedge::at_most || !figure.value) return measure(c, figure);
  return measure_end(c, figure, *figure.value, true);
}

std::optional<Ends> ends_of(const Clauses& c, const Change& change) {
  const auto& figures = c.analysis.figures;
  if (change.from && change.to && *change.from == *change.to) {
    const Figure& range = figures[*change.from];
    if (!range.low || !range.high || range.hedge != Hedge::none) return std::nullopt;
    return Ends{measure_end(c, range, *range.low, false), measure_end(c, range, *range.high, true)};
  }
  if (change.from && change.to) {
    if (!is_alike(figures[*change.from], figures[*change.to])) return std::nullopt;
    const auto from = measure(c, figures[*change.from]);
    const auto to = measure_level(c, figures[*change.to]);
    return from && to ? std::optional(Ends{*from, *to}) : std::nullopt;
  }
  if (!change.to || !change.delta || change.direction == Direction::change) return std::nullopt;
  const Figure& level = figures[*change.to];
  const Figure& step = figures[*change.delta];
  if (!is_alike(level, step) || level.type == FigureType::percent) return std::nullopt;
  const auto to = measure_level(c, level);
  const auto delta = measure(c, step);
  if (!to || !delta) return std::nullopt;
  const double sign = change.direction == Direction::rise ? -1 : 1;
  const double room = to->high - to->value + delta->high - delta->value;
  const double from = to->value + sign * delta->value;
  return Ends{{from, from - room, from + room}, *to, kFromDelta};
}

Check make_check(const Clauses& c, std::vector<uint32_t> parts, double stated, double expected, float confidence) {
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  Check out{.kind = CheckKind::percent_mismatch, .confidence = confidence, .evidence = {}, .figures = parts};
  for (const uint32_t part : parts) out.evidence.push_back(c.analysis.figures[part].span);
  out.stated = print_value(stated);
  out.expected = print_value(expected >= 10 ? std::round(expected * 10) / 10 : expected);
  return out;
}

// "by 24 % a year": the share is not of the whole change.
bool is_rate(const Clauses& c, const Change& change) {
  uint32_t first = kNone;
  uint32_t last = 0;
  for (const auto& part : {change.from, change.to, change.delta, change.percent}) {
    if (!part) continue;
    const Figure& figure = c.analysis.figures[*part];
    if (!figure.per.empty() && part == change.percent) return true;
    first = std::min(first, figure.first_token);
    last = std::max(last, figure.last_token);
  }
  for (uint32_t at = first; at <= last && at < c.words.size(); ++at)
    if (find_check_word(c, at, "rate") != nullptr) return true;
  return false;
}

void check_change(const Clauses& c, const Change& change, std::vector<Check>& out) {
  if (!change.percent) return;
  const Figure& figure = c.analysis.figures[*change.percent];
  if (!is_share(figure)) return;
  const auto share = measure(c, figure);
  if (is_rate(c, change)) return;
  const auto ends = ends_of(c, change);
  if (!share || !ends || !(ends->from.low > 0) || !(ends->to.low >= 0)) return;
  const bool rises = ends->to.value >= ends->from.value;
  if (rises != (change.direction == Direction::rise)) return;
  const Room stated = room_of(*share);
  const Room room = change_room(ends->from, ends->to);
  if (stated.meets(room.low, room.high)) return;
  const double step = std::fabs(ends->to.value - ends->from.value);
  if (is_share(c.analysis.figures[*change.to]) && stated.meets(step, step)) return;  // points called a share
  std::vector<uint32_t> parts = {*change.to, *change.percent};
  parts.push_back(change.from ? *change.from : *change.delta);
  out.push_back(make_check(c, parts, share->value, step / ends->from.value * 100, ends->confidence));
}

// A share right before a figure's words or in brackets after it: "that is 70 %", "(70 %)".
bool is_equated(const Clauses& c, const Figure& share) {
  const uint32_t seam = skip_hedges_back(c, share.first_token);
  if (seam == 0) return false;
  if (c.has_mark(seam - 1, u'(')) return true;
  uint32_t first = seam;
  const WordMatch* word = find_before(c.words, seam, Table::check_words, first);
  return word != nullptr && row_cell(Table::check_words, word->row, check_words_columns::role) == "share";
}

// The share that restates a part of a total: the next figure, or the one before "that is".
std::optional<uint32_t> find_share(const Clauses& c, uint32_t part, uint32_t total) {
  const auto& figures = c.analysis.figures;
  const Figure& last = figures[total];
  if (total + 1 < figures.size()) {
    const Figure& next = figures[total + 1];
    if (is_share(next) && c.same_sentence(last.first_token, next.first_token) &&
        next.first_token <= last.last_token + kShareReach && is_equated(c, next))
      return total + 1;
  }
  if (part == 0) return std::nullopt;
  const Figure& before = figures[part - 1];
  const Figure& first = figures[part];
  const bool near = is_share(before) && c.same_sentence(before.first_token, first.first_token) &&
                    first.first_token <= before.last_token + kShareReach;
  return near && is_equated(c, first) ? std::optional(part - 1) : std::nullopt;
}

void check_share(const Clauses& c, uint32_t part, uint32_t total, Room room, double expected, std::vector<Check>& out) {
  const auto index = find_share(c, part, total);
  if (!index) return;
  const auto share = measure(c, c.analysis.figures[*index]);
  if (!share || room_of(*share).meets(room.low, room.high)) return;
  out.push_back(make_check(c, {part, total, *index}, share->value, expected, kOfTotal));
}

// "45 students of a total of 60": the part ends before the words, the total begins after them.
void check_of_total(const Clauses& c, uint32_t token, std::vector<Check>& out) {
  const WordMatch* of = find_check_word(c, token, "of_total");
  if (of == nullptr || of->reading.preposition != 0) return;
  uint32_t part = kNone;
  for (uint32_t at = token; at > 0 && at + kOfReach > token && part == kNone; --at) part = c.figure[at - 1];
  uint32_t total = kNone;
  for (uint32_t at = token + of->tokens; at < c.words.size() && at < token + of->tokens + kOfReach; ++at) {
    if (total = c.figure[at]; total != kNone) break;
  }
  if (part == kNone || total != part + 1) return;
  const Figure& less = c.analysis.figures[part];
  const Figure& more = c.analysis.figures[total];
  if (!is_amount(less) || !is_alike(less, more) || less.type == FigureType::percent ||
      !c.same_sentence(less.first_token, more.first_token))
    return;
  const auto low = measure(c, less);
  const auto high = measure(c, more);
  if (!low || !high || !(high->low > 0) || low->value > high->value) return;
  const Room room{low->low / high->high * 100, low->high / high->low * 100};
  check_share(c, part, total, room, low->value / high->value * 100, out);
}

}  // namespace

void check_percents(const Clauses& c, std::vector<Check>& out) {
  for (const Change& change : c.analysis.changes) check_change(c, change, out);
  for (uint32_t at = 0; at < c.words.size(); ++at) check_of_total(c, at, out);
  for (uint32_t i = 0; i < c.analysis.figures.size(); ++i) {
    const Figure& ratio = c.analysis.figures[i];
    if (ratio.type != FigureType::ratio || ratio.rule != "one_of" || !ratio.value || ratio.hedge != Hedge::none)
      continue;
    const double share = *ratio.value * 100;
    check_share(c, i, i, {share, share}, share, out);
  }
}

}  // namespace fihris
