#include "figures/calendar_moments.h"

#include "figures/nouns.h"

namespace fihris {
namespace {

bool is_day_noun(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::unwanted);
  return unit != nullptr && unit_of(*unit) == Unit::day;
}

bool is_dayish(const DateItem& date) {
  return date.date.grain == Grain::day && !date.until && !(date.date.relative && date.date.many) &&
         date.rule != "holiday";
}

// Words between a day and its hour: a comma, "at", "about", "on the day of".
size_t skip_link(const CalendarContext& c, size_t i) {
  size_t at = i;
  if (has_comma(c, at) || has_mark(c, at, u'-')) ++at;
  if (role_at(c, at, "in", Article::unwanted) != nullptr || role_at(c, at, "of", Article::unwanted) != nullptr) ++at;
  if (role_at(c, at, "about") != nullptr) ++at;
  if (is_day_noun(c, at)) ++at;
  return at;
}

// A clock time that holds by itself, or a bare hour after "at" that nothing countable follows.
std::optional<ClockItem> read_linked_clock(const CalendarContext& c, size_t i, size_t at) {
  std::optional<ClockItem> clock = read_clock(c, at);
  if (!clock) return std::nullopt;
  if (clock->cued) return clock;
  const bool at_hour = at > i && role_at(c, at - 1, "in", Article::unwanted) != nullptr;
  const bool worded = match_at(c, at, Table::clock_hours, Article::wanted) != nullptr;
  return at_hour && worded && is_closed(c, clock->extent.last) ? clock : std::nullopt;
}

// Tuesday evening, "on Tuesday in the early morning": the part of the day after the day.
std::optional<ClockItem> read_part_after(const CalendarContext& c, size_t i) {
  size_t at = i;
  if (has_comma(c, at)) ++at;
  if (role_at(c, at, "in", Article::unwanted) != nullptr) ++at;
  std::optional<ClockItem> part = read_day_part(c, at);
  if (!part || part->part == "SUNSET" || part->part == "ASR") return std::nullopt;  // "on Friday in Morocco"
  const WordMatch* word = match_at(c, at, Table::day_parts);
  const bool joined = word != nullptr && (word->reading.conjunction != 0 || word->reading.preposition != 0);
  // "Friday the noon of ..." would be a construct; an adverb or the article is needed.
  const bool free =
      at > i || is_closed(c, part->extent.last) || part->cued || (word != nullptr && word->reading.article);
  return joined || !free ? std::nullopt : part;
}

Moment moment_of(const DateItem& date) { return {.extent = date.extent, .date = date, .rule = date.rule}; }
Moment moment_of(const ClockItem& clock) { return {.extent = clock.extent, .clock = clock, .rule = clock.rule}; }

// A day, then its hour or part of the day.
Moment read_day_then_clock(const CalendarContext& c, const DateItem& date) {
  Moment moment = moment_of(date);
  if (!is_dayish(date)) return moment;
  const size_t i = date.extent.last;
  std::optional<ClockItem> clock = read_linked_clock(c, i, skip_link(c, i));
  if (!clock) clock = read_part_after(c, i);
  if (!clock) return moment;
  moment.clock = clock;
  if (date.rule == "night" && clock->has_clock && !clock->clock.settled && clock->clock.hour >= 6 &&
      clock->clock.hour < 12)
    moment.clock->clock.hour += 12;
  moment.extent.last = clock->extent.last;
  moment.rule = "day and clock";
  return moment;
}

// An hour, then its day: "8 in the evening on the 15th", "seven except a quarter tomorrow".
Moment read_clock_then_day(const CalendarContext& c, const ClockItem& clock) {
  Moment moment = moment_of(clock);
  const size_t i = clock.extent.last;
  const size_t at = skip_link(c, i);
  std::optional<DateItem> date = read_date(c, at);
  if (date && is_dayish(*date)) {
    const WordMatch* word = match_at(c, at, Table::weekdays);
    if (at == i && word != nullptr && word->reading.conjunction != 0) return moment;
    moment.date = date;
    moment.extent.last = date->extent.last;
    moment.rule = "clock and day";
    if (std::optional<ClockItem> part = clock.part.empty() ? read_part_after(c, moment.extent.last) : std::nullopt) {
      moment.extent.last = part->extent.last;  // "7:00 on Sunday afternoon"
      moment.clock->part = part->part;
      if (part->shift == "pm" && moment.clock->clock.hour < 12) moment.clock->clock.hour += 12;
    }
    return moment;
  }
  const std::optional<int> day = at > i && clock.cued ? digits_at(c, at, 1, 31) : std::nullopt;
  if (day && is_closed(c, at + 1)) {
    moment.date = DateItem{.extent = {at, at + 1, 0}, .date = {.day = *day}};
    moment.extent.last = at + 1;
    moment.rule = "clock and day";
  }
  return moment;
}

// "on the 15th, 8 in the evening": a bare day of the month needs its hour.
std::optional<Moment> read_bare_day(const CalendarContext& c, size_t i) {
  const std::optional<int> day = i > 0 && is_day_noun(c, i - 1) ? digits_at(c, i, 1, 31) : std::nullopt;
  if (!day) return std::nullopt;
  DateItem date{.extent = {i, i + 1, c.words.tokens[i].span.begin}, .date = {.day = *day}, .rule = "bare day"};
  const Moment moment = read_day_then_clock(c, date);
  return moment.clock ? std::optional(moment) : std::nullopt;
}

// The part of a day before the day, where an hour follows: "tomorrow morning at 7".
std::optional<Moment> read_part_then_day(const CalendarContext& c, size_t i) {
  std::optional<ClockItem> part = read_day_part(c, i);
  if (!part) return std::nullopt;
  size_t at = part->extent.last;
  if (is_day_noun(c, at)) ++at;
  const std::optional<DateItem> date = read_date(c, at);
  if (!date || !is_dayish(*date)) return std::nullopt;
  Moment moment = read_day_then_clock(c, *date);
  if (!moment.clock || !moment.clock->has_clock) return std::nullopt;
  if (part->shift != "am" && moment.clock->clock.hour < 12) moment.clock->clock.hour += 12;
  moment.extent.first = i;
  moment.extent.begin = part->extent.begin;
  return moment;
}

bool is_sure(const Moment& moment) {
  return moment.date || (moment.clock && (moment.clock->cued || !moment.clock->has_clock));
}

void keep_longer(std::optional<Moment>& best, std::optional<Moment> moment) {
  if (moment && (!best || moment->extent.last > best->extent.last)) best = std::move(moment);
}

// The longest single moment; a clock that is not sure counts only as the end of a range.
std::optional<Moment> read_single(const CalendarContext& c, size_t i) {
  if (!may_start(c, i, kDateStart | kClockStart)) return std::nullopt;
  std::optional<Moment> best;
  if (const std::optional<DateItem> date = read_date(c, i)) keep_longer(best, read_day_then_clock(c, *date));
  if (const std::optional<ClockItem> clock = read_clock(c, i)) {
    Moment moment = read_clock_then_day(c, *clock);
    if (!clock->cued && moment.date && clock->clock.minute == 0 &&
        !match_at(c, i, Table::clock_hours, Article::wanted) && moment.date->rule != "night")
      moment = moment_of(*clock);
    const bool opened = ends_with_role(c, i, "in") || ends_with_role(c, i, "to") || ends_with_role(c, i, "of");
    if (!clock->cued && moment.date && !opened && match_at(c, i, Table::clock_hours) != nullptr)
      moment = moment_of(*clock);  // "the seventh, yesterday"
    keep_longer(best, moment);
  }
  keep_longer(best, read_bare_day(c, i));
  keep_longer(best, read_part_then_day(c, i));
  if (const std::optional<ClockItem> part = read_day_part(c, i)) {
    Moment alone = moment_of(*part);
    // "in the early morning on Tuesday": no construct, so the day may follow.
    const WordMatch* word = match_at(c, i, Table::day_parts, Article::wanted);
    if (word != nullptr && part->extent.last > i + word->tokens) alone = read_clock_then_day(c, *part);
    keep_longer(best, alone);
  }
  return best;
}

// The second end of a range: after "to", a dash, or "and" where "between" stands before.
std::optional<Moment> read_end(const CalendarContext& c, const Moment& start) {
  const size_t i = start.extent.last;
  size_t next = i;
  const bool between = ends_with_role(c, start.extent.first, "between");
  bool dash = false;
  if (is_range_mark(c, i, next)) {
    dash = role_at(c, i, "to") == nullptr;
  } else if (between && has_mark(c, i, u'\u0648')) {
    next = i + 1;
  } else if (!between) {
    return std::nullopt;
  }
  if (next < c.words.size() && ends_with_role(c, next, "to") && role_at(c, next, "hour") == nullptr &&
      is_day_noun(c, next))
    ++next;
  std::optional<Moment> end = read_single(c, next);
  if (!end && start.date && start.date->date.grain == Grain::year) {
    if (const std::optional<YearItem> year = next < c.words.size() ? read_bare_year(c, next) : std::nullopt) {
      end = moment_of(DateItem{.extent = year->extent, .date = {.grain = Grain::year, .year = year->year}});
    }
  }
  if (!end) return std::nullopt;
  if (next == i && end->extent.begin == c.words.tokens[i].span.begin) return std::nullopt;  // no "and"
  if (end->date && end->date->until) return std::nullopt;
  // "from 5 to 6 next Sunday": bare hours, then their day.
  if (start.clock && !start.date && end->clock && !end->date && !end->clock->cued &&
      ends_with_role(c, start.extent.first, "of")) {
    Moment dated = read_clock_then_day(c, *end->clock);
    if (dated.date && dated.date->date.nth == 0) end = dated;
  }
  if (dash && start.date && end->date && start.date->date.grain != end->date->date.grain) return std::nullopt;
  return end;
}

// Years before a dash without a word that opens them: "(1867-1936)", "2014-2018".
std::optional<Moment> read_year_range(const CalendarContext& c, size_t i) {
  const std::optional<int> low = digits_at(c, i, 1000, 2199);
  size_t next = i + 1;
  if (!low || !is_range_mark(c, i + 1, next)) return std::nullopt;
  const std::optional<int> high = digits_at(c, next, 1000, 2199);
  if (!high || *high <= *low) return std::nullopt;
  if (!is_closed(c, next + 1) && may_be_counted(c.words, static_cast<uint32_t>(next + 1), *high)) return std::nullopt;
  const bool spoken = role_at(c, i + 1, "to") != nullptr;
  // A plain dash between two years of our time says enough: "the plan 2021-2027".
  const bool plain = !spoken && *low >= 1900 && *high <= 2100 && !has_mark(c, next + 1, u'-');
  const bool opened =
      plain || (i > 0 && (has_mark(c, i - 1, u'(') || match_at(c, i - 1, Table::calendar_openers) != nullptr ||
                          match_at(c, i - 1, Table::time_units) != nullptr || ends_with_role(c, i, "between")));
  if (!opened) return std::nullopt;
  Moment moment = moment_of(DateItem{.extent = {i, next + 1, c.words.tokens[i].span.begin},
                                     .date = {.grain = Grain::year, .year = *low},
                                     .rule = "years"});
  moment.until_date = DateValue{.grain = Grain::year, .year = *high};
  return moment;
}

// What one end of a range says for both: the year, the month, morning or evening.
void share_fields(Moment& start, Moment& end) {
  if (start.date && end.date) {
    DateValue& low = start.date->date;
    DateValue& high = end.date->date;
    if (low.year == kUnsaid && high.year != kUnsaid && !low.relative && low.month != 0)
      low.year = high.year - (high.month != 0 && low.month > high.month);
    if (high.year == kUnsaid && low.year != kUnsaid && !high.relative && high.month != 0 &&
        high.tense == Tense::unknown)
      high.year = low.year + (low.month > high.month);
    if (low.tense == Tense::unknown) low.tense = high.tense;
  }
  if (start.clock && end.clock && start.clock->has_clock && end.clock->has_clock) {
    Clock& low = start.clock->clock;
    Clock& high = end.clock->clock;
    if (!low.settled && high.settled && low.hour < 12 && high.hour >= 12 && low.hour + 12 <= high.hour) low.hour += 12;
    if (low.settled && !high.settled && low.hour >= 12 && high.hour < 12 && high.hour + 12 > low.hour) high.hour += 12;
  }
}

// An hour range needs a sign that hours are meant.
bool is_clock_range(const CalendarContext& c, const Moment& start, const Moment& end) {
  if (!start.clock || !end.clock) return false;
  if (!start.clock->has_clock || !end.clock->has_clock) return start.clock->has_clock == end.clock->has_clock;
  if (start.clock->cued || end.clock->cued) return true;
  const bool worded = match_at(c, start.extent.first, Table::clock_hours, Article::wanted) != nullptr &&
                      match_at(c, end.extent.first, Table::clock_hours, Article::wanted) != nullptr;
  return worded || end.date.has_value() || start.date.has_value();
}

std::optional<Moment> join_range(const CalendarContext& c, Moment start, Moment end) {
  const bool clocks = is_clock_range(c, start, end);
  const bool dates = start.date && end.date && !start.date->until;
  if (!clocks && !(dates && !start.clock && !end.clock)) return std::nullopt;
  share_fields(start, end);
  Moment range = start;
  range.extent.last = end.extent.last;
  range.rule = clocks ? "clock range" : "date range";
  if (clocks) range.until_clock = end.clock->clock;
  if (clocks && !end.clock->has_clock) range.until_clock = std::nullopt;
  if (dates)
    range.until_date = end.date->date;
  else if (!range.date)
    range.date = end.date;
  return range;
}

// "the two days Tuesday and Wednesday", "Sunday/Monday", "January and February" after a dual.
std::optional<Moment> read_pair(const CalendarContext& c, const Moment& first) {
  if (!first.date || first.clock || first.date->until || first.extent.first == 0) return std::nullopt;
  const Grain grain = first.date->date.grain;
  const WordMatch* unit = match_at(c, first.extent.first - 1, Table::time_units);
  const bool dual = unit != nullptr && cell_of(*unit, time_units_columns::number) != "one";
  size_t next = first.extent.last;
  const bool slash = has_mark(c, next, u'/') && first.date->date.weekday != 0;
  if (!dual && !slash) return std::nullopt;
  if (slash || has_mark(c, next, u'\u0648')) ++next;
  std::optional<DateItem> second = read_date(c, next);
  if (second && second->date.weekday != 0 && grain == Grain::day && first.date->date.weekday != 0) {
    // "Wednesday and Thursday, 26 and 27 October"
    const std::optional<DateItem> days = next + 1 < c.words.size() ? read_month_date(c, next + 1) : std::nullopt;
    if (days && days->until && days->extent.last > second->extent.last) {
      Moment whole = first;
      whole.date->date = days->date;
      whole.until_date = days->until;
      whole.extent.last = days->extent.last;
      whole.rule = "pair";
      return whole;
    }
  }
  if (!second || second->date.grain != grain || second->until) return std::nullopt;
  if (next == first.extent.last && second->extent.begin == c.words.tokens[next].span.begin) return std::nullopt;
  Moment end = moment_of(*second);
  Moment start = first;
  share_fields(start, end);
  start.until_date = end.date->date;
  start.extent.last = second->extent.last;
  start.rule = "pair";
  return start;
}

}  // namespace

std::optional<Moment> read_moment(const CalendarContext& c, size_t i) {
  std::optional<Moment> best = read_year_range(c, i);
  std::optional<Moment> start = read_single(c, i);
  if (!start) return best;
  if (is_sure(*start)) keep_longer(best, start);
  if (std::optional<Moment> pair = read_pair(c, *start)) keep_longer(best, pair);
  if (start->date && start->date->until) {
    // "from five to seven tomorrow" is read below; "3 to 7 May" is whole already.
    return best;
  }
  if (std::optional<Moment> end = read_end(c, *start)) keep_longer(best, join_range(c, *start, *end));
  // The day first, then the range of its hours: "today from five to seven".
  if (start->date && !start->clock && is_dayish(*start->date)) {
    size_t at = skip_link(c, start->extent.last);
    if (role_at(c, at, "between") != nullptr) ++at;
    std::optional<Moment> from = read_single(c, at);
    if (from && from->clock && !from->date) {
      std::optional<Moment> end = read_end(c, *from);
      if (end && !end->date) {
        std::optional<Moment> hours = join_range(c, *from, *end);
        if (!hours && is_clock_range(c, *start, *end)) hours = std::nullopt;
        if (hours) {
          hours->extent = {start->extent.first, end->extent.last, start->extent.begin};
          hours->date = start->date;
          keep_longer(best, hours);
        }
      }
    }
  }
  return best;
}

}  // namespace fihris
