// The readers of the calendar's grammar: each reads one kind of expression at
// a token and says how far it reaches and what it means. They are small and
// call one another; calendar.cpp tries them at every token and keeps the
// longest. No reader judges other kinds of figures, nor prints anything.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "figures/calendar_values.h"
#include "figures/numbers.h"
#include "figures/words.h"

namespace fihris {

// What may begin at a token, from its words alone: most tokens begin nothing.
enum Starts : uint8_t { kDateStart = 1, kClockStart = 2, kLengthStart = 4, kNumberStart = 8 };

struct CalendarContext {
  CalendarContext(const Words& all_words, const std::optional<Day>& day);

  const Words& words;
  std::optional<Day> published;
  std::vector<uint8_t> starts;  // per token: Starts

  // The numbers read last: every reader asks for the same ones.
  struct Memo {
    size_t token = SIZE_MAX;
    std::optional<Number> number;
  };
  mutable std::array<Memo, 8> memo;
};

[[nodiscard]] const std::optional<Number>& number_at(const CalendarContext& c, size_t i);
[[nodiscard]] inline bool may_start(const CalendarContext& c, size_t i, int what) {
  return i < c.starts.size() && (c.starts[i] & what) != 0;
}

// Where an expression lies: tokens [first, last), and where its first word is cut.
struct Extent {
  size_t first = 0;
  size_t last = 0;
  uint32_t begin = 0;  // folded
};

struct DateItem {
  Extent extent;
  DateValue date;
  std::optional<DateValue> until;  // the last of a range or list
  bool bare = false;               // holds only if its neighbours say so
  std::string_view rule;
};

struct ClockItem {
  Extent extent;
  Clock clock;
  bool has_clock = true;  // false: only a part of the day
  std::optional<Clock> until;
  std::string_view part;       // MO, AF, EV, NI ... ; empty: none
  std::string_view shift;      // am, pm, noon, night, midnight; empty: none
  std::optional<double> zone;  // hours from Greenwich
  bool indefinite = false;     // an hour without the article: needs its minutes
  bool cued = false;           // the word hour, a part of the day or a colon makes it sure
  std::string_view rule;
};

struct LengthItem {
  Extent extent;
  Length length;
  std::optional<Length> until;
  bool years_only = false;  // may be an age
  double count = kNoValue;  // the number of a single number and unit
  double count_until = kNoValue;
  Unit unit = Unit::day;
  std::string_view rule;
};

// ---- looking at words (calendar_words.cpp)
[[nodiscard]] bool has_mark(const CalendarContext& c, size_t i, char16_t mark);
[[nodiscard]] bool has_comma(const CalendarContext& c, size_t i);
// A row of a table that begins here, with or without the article as asked.
enum class Article : uint8_t { any, wanted, unwanted };
[[nodiscard]] const WordMatch* match_at(const CalendarContext& c, size_t i, Table table,
                                        Article article = Article::any);
// A word of calendar_words that plays a part; conjunctions and prepositions may be attached.
[[nodiscard]] const WordMatch* role_at(const CalendarContext& c, size_t i, std::string_view role,
                                       Article article = Article::any);
// The token after the role's word, or i where it is absent.
[[nodiscard]] size_t skip_role(const CalendarContext& c, size_t i, std::string_view role);
[[nodiscard]] bool ends_with_role(const CalendarContext& c, size_t i, std::string_view role);  // just before i
[[nodiscard]] std::string_view cell_of(const WordMatch& match, int column);
[[nodiscard]] int value_of(const WordMatch& match);
[[nodiscard]] std::optional<int> digits_at(const CalendarContext& c, size_t i, int least, int most);
struct Rank {
  size_t last = 0;
  int value = 0;  // -1: the last
};
[[nodiscard]] std::optional<Rank> rank_at(const CalendarContext& c, size_t i);  // the third, the last
[[nodiscard]] Unit unit_of(const WordMatch& match);
[[nodiscard]] Extent extent_from(const WordMatch& match, size_t i, size_t last);
// The article cut off its number by a tatweel: "al- 12".
[[nodiscard]] bool is_loose_article(const CalendarContext& c, size_t i);
[[nodiscard]] bool is_range_mark(const CalendarContext& c, size_t i, size_t& next);  // to, until, a dash
// Nothing countable follows: the end, a mark, a small word or a verb we know.
[[nodiscard]] bool is_closed(const CalendarContext& c, size_t i);
[[nodiscard]] bool starts_line(const CalendarContext& c, size_t i);
[[nodiscard]] bool ends_line(const CalendarContext& c, size_t i);
// A past or future verb stands near: "today" is then this day, not these days.
[[nodiscard]] bool has_verb_near(const CalendarContext& c, size_t first, size_t last);
[[nodiscard]] Tense tense_around(const CalendarContext& c, size_t first, size_t last);

// ---- dates
struct MonthItem {
  Extent extent;
  int month = 0;
  bool hijri = false;
  bool strong = false;
};
struct YearItem {
  Extent extent;
  int year = kUnsaid;
  int last_year = kUnsaid;
  std::optional<int> until;
  bool hijri = false;
  bool worded = false;  // the word "year" stands before it
};
[[nodiscard]] std::optional<MonthItem> read_month(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<YearItem> read_year(const CalendarContext& c, size_t i);       // with the word
[[nodiscard]] std::optional<YearItem> read_bare_year(const CalendarContext& c, size_t i);  // without it
[[nodiscard]] std::optional<DateItem> read_numeric_date(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<DateItem> read_month_date(const CalendarContext& c,
                                                      size_t i);  // day and month, month and year
[[nodiscard]] std::optional<DateItem> read_month_reference(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<DateItem> read_relative_period(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<DateItem> read_stretch(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<DateItem> read_day_word(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<DateItem> read_weekday_date(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<DateItem> read_named_period(const CalendarContext& c, size_t i);  // quarter ... century
[[nodiscard]] std::optional<DateItem> read_holiday(const CalendarContext& c, size_t i);
// The longest single date that begins here.
[[nodiscard]] std::optional<DateItem> read_date(const CalendarContext& c, size_t i);
// A year or a relative period after something it dates: "of the year 2014", "last year".
[[nodiscard]] size_t read_year_tail(const CalendarContext& c, size_t i, DateValue& date);
// An adjective that places a period: "last", "next", "current".
[[nodiscard]] const WordMatch* relative_at(const CalendarContext& c, size_t i);

// ---- the rest
[[nodiscard]] std::optional<ClockItem> read_clock(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<ClockItem> read_day_part(const CalendarContext& c, size_t i);
[[nodiscard]] std::optional<LengthItem> read_length(const CalendarContext& c, size_t i);
// Whether a length of years is somebody's age, from the words around it.
[[nodiscard]] bool is_age(const CalendarContext& c, const LengthItem& item);

}  // namespace fihris
