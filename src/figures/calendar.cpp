#include "figures/calendar.h"

#include <cmath>

#include "figures/calendar_moments.h"

namespace fihris {
namespace {

FigureCandidate candidate_of(const CalendarContext& c, const Extent& extent, FigureType type, std::string_view rule) {
  return make_candidate(c.words, type, extent.begin, static_cast<uint32_t>(extent.first),
                        static_cast<uint32_t>(extent.last), Priority::calendar, rule);
}

// The part of the day as TIMEX3 has it.
std::string print_part(const ClockItem& clock) {
  if (clock.part == "NOON") return "T12:00";
  if (clock.part == "MIDNIGHT") return "T00:00";
  if (clock.part == "MID_MORNING") return "T10:00";
  if (clock.part == "ASR") return "TAF";
  if (clock.part == "SUNSET") return "TEV";
  if (clock.part == "DAWN" || clock.part == "AFTER_MIDNIGHT") return clock.part == "DAWN" ? "TMO" : "TNI";
  return "T" + std::string(clock.part);
}

std::string print_time(const ClockItem& clock) {
  return clock.has_clock ? "T" + print_clock(clock.clock) : print_part(clock);
}

// "the beginning of", "mid-" before a date narrows its interval.
Edge edge_before(const CalendarContext& c, size_t i) {
  size_t at = i;
  if (at > 0 && match_at(c, at - 1, Table::time_units, Article::unwanted) != nullptr) --at;
  const WordMatch* edge = at == 0 ? nullptr : match_at(c, at - 1, Table::calendar_edges, Article::unwanted);
  if (edge == nullptr) return Edge::none;
  const std::string_view cell = cell_of(*edge, calendar_edges_columns::edge);
  return cell == "start" ? Edge::start : cell == "end" ? Edge::end : Edge::middle;
}

DateValue resolve_here(const CalendarContext& c, DateValue date, const Extent& extent) {
  if (!c.published) return resolve_date(date, c.published);
  if (date.tense == Tense::unknown && (date.year == kUnsaid || date.weekday != 0))
    date.tense = tense_around(c, extent.first, extent.last);
  return resolve_date(date, c.published);
}

// A stretch of units before or after the day of writing, in whole units.
std::optional<Interval> stretch_interval(const CalendarContext& c, const DateValue& date) {
  if (!c.published || !date.many || date.vague || date.unit <= Unit::hour) return std::nullopt;
  const int count = date.unit == Unit::decade    ? date.offset * 10
                    : date.unit == Unit::century ? date.offset * 100
                                                 : date.offset;
  if (std::abs(count) > 3000 || count == 0) return std::nullopt;
  DateValue first{.grain = Grain::day, .relative = true, .unit = date.unit};
  if (date.unit >= Unit::year) first.unit = Unit::year;
  first.grain = first.unit == Unit::year    ? Grain::year
                : first.unit == Unit::month ? Grain::month
                : first.unit == Unit::week  ? Grain::week
                                            : Grain::day;
  DateValue last = first;
  first.offset = count < 0 ? count : 1;
  last.offset = count < 0 ? -1 : count;
  const auto from = date_interval(resolve_date(first, c.published));
  const auto to = date_interval(resolve_date(last, c.published));
  if (!from || !to) return std::nullopt;
  return Interval{from->from, to->to};
}

// The weekday that a full date is told with; without its year the date must lie
// near the day of writing, or it may be another year's.
int said_weekday(const CalendarContext& c, const DateValue& said, const DateValue& resolved) {
  constexpr int kNearDays = 60;
  if (said.weekday == 0 || said.day == 0 || said.month == 0 || said.nth != 0 || said.hijri) return 0;
  if (said.year != kUnsaid) return said.weekday;
  if (!c.published || resolved.year == kUnsaid) return 0;
  const DayNumber day = to_number({.year = resolved.year, .month = resolved.month, .day = resolved.day});
  return std::abs(day - to_number(*c.published)) <= kNearDays ? said.weekday : 0;
}

void fill_date(const CalendarContext& c, const Moment& moment, Figure& figure) {
  DateValue date = moment.date->date;
  if (date.edge == Edge::none && !moment.until_date) date.edge = edge_before(c, moment.extent.first);
  const std::optional<DateValue> until_said = moment.until_date ? moment.until_date : moment.date->until;
  const DateValue said = date;
  date = resolve_here(c, date, moment.extent);
  if (!until_said) figure.weekday = said_weekday(c, said, date);
  figure.timex = print_date(date);
  figure.hijri = print_hijri(date);
  std::optional<Interval> days = date_interval(date);
  if (!days) days = stretch_interval(c, date);
  if (until_said) {
    DateValue until = resolve_here(c, *until_said, moment.extent);
    const std::optional<Interval> end = date_interval(until);
    const std::string last = print_date(until);
    figure.timex = figure.timex.empty() || last.empty() ? "" : figure.timex + '/' + last;
    if (days && end && end->to > days->from)
      days->to = end->to;
    else
      days = std::nullopt;
  } else if (days && date.relative) {
    figure.timex = print_day(days->from) + '/' + print_day(days->to);
  }
  if (!days) return;
  figure.from = print_day(days->from);
  figure.to = print_day(days->to);
}

// The end of a clock's hour, minute or second, as "to" wants it.
std::string end_of(const std::string& day, const Clock& clock, DayNumber number) {
  int minutes = clock.hour * 60 + clock.minute + (clock.minute == 0 && clock.second < 0 ? 60 : 1);
  if (clock.second >= 0) return day + 'T' + print_clock(clock);
  if (minutes < 1440) return day + 'T' + print_clock({.hour = minutes / 60, .minute = minutes % 60});
  minutes -= 1440;
  return print_day(number + 1) + 'T' + print_clock({.hour = minutes / 60, .minute = minutes % 60});
}

// "At ten of the first day" is counted from another day than that of the news.
bool is_of_counted_day(const CalendarContext& c, size_t at) {
  const WordMatch* of = role_at(c, at, "of", Article::unwanted);
  if (of == nullptr || match_at(c, at + of->tokens, Table::time_units) == nullptr) return false;
  return match_at(c, at + of->tokens + 1, Table::ordinals) != nullptr;
}

void fill_time(const CalendarContext& c, const Moment& moment, Figure& figure) {
  const ClockItem& clock = *moment.clock;
  const std::string time = print_time(clock);
  std::string day = figure.timex;
  std::optional<DayNumber> number;
  if (moment.date) {
    DateValue date = resolve_here(c, moment.date->date, moment.extent);
    if (const std::optional<Interval> days = date_interval(date)) number = days->from;
  } else if (c.published && !is_of_counted_day(c, moment.extent.last)) {
    number = to_number(*c.published);
  }
  const bool ranged = moment.until_clock.has_value();
  figure.timex = day + time;
  if (ranged) figure.timex += "/" + day + "T" + print_clock(*moment.until_clock);
  figure.from.clear();
  figure.to.clear();
  if (clock.zone)
    figure.unit = *clock.zone == 0
                      ? "UTC"
                      : "UTC" + std::string(*clock.zone < 0 ? "-" : "+") + print_number(std::fabs(*clock.zone));
  if (!number || time.find(':') == std::string::npos) {
    if (number) {
      figure.from = print_day(*number);
      figure.to = print_day(*number + 1);
    }
    return;
  }
  const std::string printed = print_day(*number);
  figure.from = printed + time;
  const Clock from = clock.has_clock ? clock.clock
                                     : Clock{.hour = clock.part == "NOON"          ? 12
                                                     : clock.part == "MID_MORNING" ? 10
                                                                                   : 0};
  figure.to = end_of(printed, ranged ? *moment.until_clock : from, *number);
}

// A part of the day alone is a time only where nothing else may be meant.
bool stands_alone(const CalendarContext& c, const Moment& moment) {
  if (moment.date || !moment.clock || moment.clock->has_clock || moment.until_clock) return true;
  const ClockItem& clock = *moment.clock;
  const size_t i = moment.extent.first;
  const bool closed = is_closed(c, moment.extent.last);
  if (clock.part == "MIDNIGHT" || clock.part == "MID_MORNING" || clock.part == "AFTER_MIDNIGHT") return true;
  const WordMatch* part = match_at(c, i, Table::day_parts);
  if (read_date(c, moment.extent.last)) return false;
  if (clock.part == "ASR" || clock.part == "SUNSET") return false;  // an era, a country
  if (part == nullptr) return closed && clock.cued;
  if (part->tokens > 1) return closed;
  const std::u16string_view text = c.words.view.text(c.words.tokens[i].span);
  if (clock.part == "NOON") return closed && (part->reading.article || text.back() == u'\u0627');
  const bool opened = ends_with_role(c, i, "in") || ends_with_role(c, i, "within") || ends_with_role(c, i, "of");
  return closed && part->reading.article && opened &&
         (ends_line(c, moment.extent.last) || c.words.tokens[moment.extent.last].kind == TokenKind::punctuation);
}

void add_moment(const CalendarContext& c, const Moment& moment, std::vector<FigureCandidate>& out) {
  const bool is_time = moment.clock.has_value();
  FigureCandidate candidate =
      candidate_of(c, moment.extent, is_time ? FigureType::time : FigureType::date, moment.rule);
  if (moment.date) fill_date(c, moment, candidate.figure);
  if (is_time) fill_time(c, moment, candidate.figure);
  out.push_back(std::move(candidate));
}

void fill_length_range(const LengthItem& item, Figure& figure) {
  if (!item.until) return;
  figure.timex += '/' + print_length(*item.until);
  if (item.count == item.count) figure.low = item.count;
  if (item.count_until == item.count_until) figure.high = item.count_until;
}

// "three days ago", "in two weeks": the day that the length leads to.
void anchor_length(const CalendarContext& c, const LengthItem& item, Figure& figure) {
  if (!c.published || item.until || item.length.vague) return;
  const size_t i = item.extent.first;
  const bool past = ends_with_role(c, i, "before") || ends_with_role(c, i, "since");
  if (!past && !ends_with_role(c, i, "after")) return;
  const DayNumber day = add_length(*c.published, item.length, past ? -1 : 1);
  figure.from = print_day(day);
  figure.to = print_day(day + 1);
}

void add_length_figure(const CalendarContext& c, const LengthItem& said, std::vector<FigureCandidate>& out) {
  LengthItem item = said;
  const size_t before = item.extent.first;
  if (before > 0 && is_loose_article(c, before - 1))
    item.extent = {before - 1, item.extent.last, c.words.tokens[before - 1].span.begin};
  if (is_age(c, item)) {
    FigureCandidate candidate = candidate_of(c, item.extent, FigureType::age, "age");
    if (item.until) {
      candidate.figure.low = item.count;
      candidate.figure.high = item.count_until;
    } else {
      candidate.figure.value = item.count;
    }
    candidate.figure.timex = print_length(item.length) + (item.until ? '/' + print_length(*item.until) : "");
    out.push_back(std::move(candidate));
    return;
  }
  FigureCandidate candidate = candidate_of(c, item.extent, FigureType::duration, item.rule);
  candidate.figure.timex = print_length(item.length);
  fill_length_range(item, candidate.figure);
  anchor_length(c, item, candidate.figure);
  if (const WordMatch* now = role_at(c, item.extent.last, "now")) {  // "21 days from now"
    candidate = candidate_of(c, {item.extent.first, item.extent.last + now->tokens, item.extent.begin},
                             FigureType::date, "length from now");
    candidate.figure.timex = print_length(item.length);
    if (c.published) {
      const DayNumber day =
          add_length(*c.published, item.length, ends_with_role(c, item.extent.first, "since") ? -1 : 1);
      candidate.figure.timex = candidate.figure.from = print_day(day);
      candidate.figure.to = print_day(day + 1);
    }
  }
  out.push_back(std::move(candidate));
}

bool is_life(const CalendarContext& c, size_t i) {
  const WordMatch* cue = match_at(c, i, Table::age_cues);
  if (cue == nullptr) return false;
  const std::string_view role = cell_of(*cue, age_cues_columns::role);
  return role == "life" || (role == "before" && cue->reading.article);
}

// "in his thirties", "in the seventieth of his life": a decade or year of a life.
bool add_age_decade(const CalendarContext& c, size_t i, std::vector<FigureCandidate>& out) {
  const WordMatch* decade = match_at(c, i, Table::decades);
  if (decade == nullptr) {
    const std::optional<Number>& number = number_at(c, i);
    if (!number || !(number->ordinal || number->definite) || !(number->value >= 1 && number->value < 130) ||
        !is_life(c, number->last))
      return false;
    FigureCandidate candidate =
        candidate_of(c, {i, number->last, number->span.begin}, FigureType::age, "year of a life");
    candidate.figure.value = number->value;
    out.push_back(std::move(candidate));
    return true;
  }
  if (!is_life(c, i + 1)) return false;
  FigureCandidate candidate = candidate_of(c, extent_from(*decade, i, i + 1), FigureType::age, "decade of a life");
  candidate.figure.low = value_of(*decade);
  candidate.figure.high = value_of(*decade) + 9;
  out.push_back(std::move(candidate));
  return true;
}

}  // namespace

void find_calendar(const Words& words, const std::optional<Day>& published, std::vector<FigureCandidate>& out) {
  const CalendarContext c(words, published);
  for (size_t i = 0; i < words.size(); ++i) {
    if (c.starts[i] == 0) continue;
    size_t last = i;
    if (i > 0 && role_at(c, i - 1, "place") != nullptr) {  // the city, bridge or revolution named after a day
      const std::optional<DateItem> day = read_month_date(c, i);
      if (day && day->date.grain == Grain::day && day->date.year == kUnsaid) {
        FigureCandidate name = candidate_of(c, day->extent, FigureType::date, "name");
        name.priority = Priority::silent;
        out.push_back(std::move(name));
        i = day->extent.last - 1;
        continue;
      }
    }
    if (add_age_decade(c, i, out)) continue;
    if (const std::optional<Moment> moment = read_moment(c, i); moment && stands_alone(c, *moment)) {
      add_moment(c, *moment, out);
      last = moment->extent.last;
    }
    if (const std::optional<LengthItem> length = read_length(c, i); length && length->extent.last > last)
      add_length_figure(c, *length, out);
  }
}

}  // namespace fihris
