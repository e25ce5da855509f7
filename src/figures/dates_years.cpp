#include <cmath>

#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

constexpr int kFirstYear = 1000;  // bare four-digit numbers are years from here
constexpr int kLastYear = 2199;

// AD, AH or BC after a year.
size_t read_era(const CalendarContext& c, size_t i, YearItem& year) {
  if (const WordMatch* hijri = role_at(c, i, "hijri")) {
    year.hijri = true;
    return i + hijri->tokens;
  }
  if (const WordMatch* bc = role_at(c, i, "bc")) {
    year.year = -year.year;
    return i + bc->tokens;
  }
  const WordMatch* ad = role_at(c, i, "gregorian");
  return ad == nullptr ? i : i + ad->tokens;
}

// A second year glued on by a slash or dash that continues the first: 2021/2022, 2021-22.
size_t read_next_year(const CalendarContext& c, size_t i, YearItem& year) {
  if (!has_mark(c, i, u'/') && !has_mark(c, i, u'-') && !has_mark(c, i, u'\u2013')) return i;
  const std::optional<int> next = digits_at(c, i + 1, 0, kLastYear);
  if (!next) return i;
  if (*next != year.year + 1 && *next != (year.year + 1) % 100) return i;
  year.last_year = year.year + 1;
  return i + 2;
}

std::optional<YearItem> finish_year(const CalendarContext& c, YearItem year) {
  year.extent.last = read_next_year(c, year.extent.last, year);
  year.extent.last = read_era(c, year.extent.last, year);
  return year;
}

// "the years 2020 and 2021", "in the two years 1504, 1990": the last one.
void read_year_list(const CalendarContext& c, YearItem& year) {
  size_t i = year.extent.last;
  while (i < c.words.size()) {
    size_t next = i;
    const WordMatch* to = role_at(c, i, "to");
    if (has_comma(c, i) || has_mark(c, i, u'-') || has_mark(c, i, u'/')) next = i + 1;
    if (to != nullptr) next = i + to->tokens;
    // "and" stands alone or sticks to the digits as a word of one letter.
    if (next == i && has_mark(c, i, u'\u0648')) next = i + 1;
    if (next == i) return;
    if (has_mark(c, next, u'\u0648')) ++next;
    const std::optional<int> value = digits_at(c, next, year.year < kFirstYear ? 100 : kFirstYear, kLastYear);
    if (!value) return;
    year.until = *value;
    year.extent.last = i = next + 1;
  }
}

}  // namespace

std::optional<YearItem> read_bare_year(const CalendarContext& c, size_t i) {
  if (i >= c.words.size()) return std::nullopt;
  YearItem year{.extent = {i, i + 1, c.words.tokens[i].span.begin}};
  if (const auto digits = digits_at(c, i, kFirstYear, kLastYear)) {
    year.year = *digits;
    return finish_year(c, year);
  }
  if (c.words.tokens[i].kind != TokenKind::word) return std::nullopt;
  const std::optional<Number> number = number_at(c, i);
  if (!number || number->ordinal || number->fraction || !(number->value >= kFirstYear && number->value <= kLastYear))
    return std::nullopt;
  if (number->value != std::floor(number->value) || number->digits) return std::nullopt;
  year.year = static_cast<int>(number->value);
  year.extent = {i, number->last, number->span.begin};
  return finish_year(c, year);
}

std::optional<YearItem> read_year(const CalendarContext& c, size_t i) {
  const WordMatch* word = match_at(c, i, Table::time_units);
  if (word == nullptr || unit_of(*word) != Unit::year) return std::nullopt;
  const bool is_list = cell_of(*word, time_units_columns::number) != "one";
  size_t at = i + 1;
  if (role_at(c, at, "fiscal", Article::any) != nullptr) ++at;
  if (role_at(c, at, "fiscal", Article::wanted) != nullptr) ++at;
  if (has_mark(c, at, u'.') && !ends_line(c, at + 1) && !c.words.tokens[at + 1].space_before)
    ++at;  // ".1993": the full stop strayed before its number
  YearItem year{.extent = extent_from(*word, i, at), .worded = true};
  if (const auto digits = digits_at(c, at, 10, 3000)) {
    year.year = *digits;
    year.extent.last = at + 1;
  } else if (at < c.words.size() && c.words.tokens[at].kind == TokenKind::word && !is_list) {
    const std::optional<Number> number = number_at(c, at);
    if (!number || number->ordinal || !(number->value >= 100 && number->value <= 3000) ||
        number->span.begin != c.words.tokens[at].span.begin) {
      return std::nullopt;
    }
    year.year = static_cast<int>(number->value);
    year.extent.last = number->last;
  } else {
    return std::nullopt;
  }
  if (is_list) {
    if (year.year < 100) return std::nullopt;
    read_year_list(c, year);
    if (!year.until) return std::nullopt;
    return year;
  }
  std::optional<YearItem> done = finish_year(c, year);
  const bool has_era = done->hijri || done->year < 0;
  if (done->year >= 0 && done->year < 100 && !has_era) {  // "the war of the year 67"
    if (done->year < 20 || !is_closed(c, done->extent.last)) return std::nullopt;
    done->year += 1900;
  }
  return done;
}

// The mark after a part of a numeric date and where the next part begins; a
// slash may stand loose ("7 / 10 / 1436").
struct DateMark {
  char16_t unit = 0;  // 0: none
  size_t next = 0;
};

DateMark read_date_mark(std::u16string_view text, size_t at) {
  size_t mark = at;
  while (mark < text.size() && text[mark] == u' ' && mark - at < 2) ++mark;
  if (mark >= text.size()) return {};
  const char16_t unit = text[mark];
  if (unit != u'/' && unit != u'-' && unit != u'.' && unit != u'\\') return {};
  if (mark > at && unit != u'/') return {};
  size_t next = mark + 1;
  while (unit == u'/' && next < text.size() && text[next] == u' ' && next - mark < 3) ++next;
  return next < text.size() && text[next] >= u'0' && text[next] <= u'9' ? DateMark{unit, next} : DateMark{};
}

// Digits and a slash stand before: this number is the middle of something.
bool continues_slashes(std::u16string_view text, size_t at) {
  const auto is_digit = [&](size_t i) { return text[i] >= u'0' && text[i] <= u'9'; };
  if (at > 0 && is_digit(at - 1)) return true;
  if (at > 1 && text[at - 1] == u'.' && is_digit(at - 2)) return true;
  size_t back = at;
  while (back > 0 && text[back - 1] == u' ') --back;
  if (back == 0 || text[back - 1] != u'/') return false;
  --back;
  while (back > 0 && text[back - 1] == u' ') --back;
  return back > 0 && is_digit(back - 1);
}

// Day/month/year in any usual order, month/year and day/month, read from the
// characters so that it does not matter how the tokens were cut.
std::optional<DateItem> read_numeric_date(const CalendarContext& c, size_t i) {
  const Token& token = c.words.tokens[i];
  if (token.kind != TokenKind::number && token.kind != TokenKind::latin) return std::nullopt;
  const std::u16string& text = c.words.view.folded;
  const auto is_digit = [&](size_t at) { return at < text.size() && text[at] >= u'0' && text[at] <= u'9'; };
  size_t at = token.span.begin;
  if (continues_slashes(text, at)) return std::nullopt;
  int values[3] = {0, 0, 0};
  int lengths[3] = {0, 0, 0};
  char16_t mark = 0;
  int count = 0;
  for (; count < 3; ++count) {
    while (is_digit(at) && lengths[count] < 5) {
      values[count] = values[count] * 10 + (text[at++] - u'0');
      ++lengths[count];
    }
    if (lengths[count] == 0) break;
    const DateMark found = count == 2 ? DateMark{} : read_date_mark(text, at);
    if (found.unit == 0 || (mark != 0 && found.unit != mark)) {
      ++count;
      break;
    }
    mark = found.unit;
    at = found.next;
  }
  if (is_digit(at) || count < 2) return std::nullopt;
  size_t last = i;
  while (last < c.words.size() && c.words.tokens[last].span.end < at) ++last;
  if (last >= c.words.size() || c.words.tokens[last].span.end != at) return std::nullopt;
  DateItem item{.extent = {i, last + 1, token.span.begin}, .rule = "numeric date"};
  DateValue& date = item.date;
  if (count == 3) {
    const bool year_first = lengths[0] == 4;
    if (!year_first && lengths[2] != 4 && (lengths[2] != 2 || mark != u'/')) return std::nullopt;
    date.year = year_first ? values[0] : lengths[2] == 2 ? 2000 + values[2] : values[2];
    date.month = values[1];
    date.day = year_first ? values[2] : values[0];
    if (date.month > 12 && date.day <= 12) std::swap(date.month, date.day);  // 4/23/2016
    if (date.year >= 1300 && date.year <= 1500) date.hijri = true;
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31 || date.year < 1300 || date.year > 2199)
      return std::nullopt;
    YearItem era;
    item.extent.last = read_era(c, item.extent.last, era);
    return item;
  }
  if (mark != u'/' && mark != u'-') return std::nullopt;
  if (lengths[0] == 4 || lengths[1] == 4) {
    date.year = lengths[0] == 4 ? values[0] : values[1];
    date.month = lengths[0] == 4 ? values[1] : values[0];
    date.grain = Grain::month;
    if (lengths[0] + lengths[1] > 6 || date.month < 1 || date.month > 12 || date.year < 1900 || date.year > 2100)
      return std::nullopt;
    return item;
  }
  date.day = values[0];
  date.month = values[1];
  if (mark != u'/' || lengths[0] > 2 || lengths[1] > 2 || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > 31)
    return std::nullopt;
  item.bare = true;
  return item;
}

size_t read_year_tail(const CalendarContext& c, size_t i, DateValue& date) {
  size_t at = i;
  if (has_comma(c, at) &&
      (digits_at(c, at + 1, kFirstYear, kLastYear) || (at + 1 < c.words.size() && read_bare_year(c, at + 1))))
    ++at;
  if (const WordMatch* of = role_at(c, at, "of", Article::unwanted))
    at += of->reading.preposition == 0 ? of->tokens : 0u;
  else if (role_at(c, at, "in", Article::unwanted) != nullptr)
    ++at;
  std::optional<YearItem> year = read_year(c, at);
  if (!year && (at == i || has_comma(c, i))) year = read_bare_year(c, at);
  const bool dated = date.month != 0 || date.grain == Grain::quarter || date.grain == Grain::half ||
                     date.grain == Grain::season || date.grain == Grain::week;
  if (!year && at > i && dated && digits_at(c, at, 1300, kLastYear) && role_at(c, i, "of") != nullptr)
    year = read_bare_year(c, at);
  if (year && !year->until) {
    if (year->last_year != kUnsaid && date.grain != Grain::quarter && date.grain != Grain::half &&
        date.grain != Grain::season)
      return i;
    date.year = year->year;
    date.last_year = year->last_year;
    if (year->hijri) date.hijri = true;
    return year->extent.last;
  }
  const std::optional<DateItem> relative = read_relative_period(c, at);
  if (!relative || relative->date.unit != Unit::year || relative->date.many) return i;
  date.tense = relative->date.offset < 0 ? Tense::past : relative->date.offset > 0 ? Tense::future : Tense::present;
  if (c.published) date.year = c.published->year + relative->date.offset;
  return relative->extent.last;
}

}  // namespace fihris
