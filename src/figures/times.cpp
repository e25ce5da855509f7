#include <cmath>

#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

// Twelve-hour clock to twenty-four, by the part of the day.
int shift_hour(int hour, std::string_view shift) {
  if (hour > 12 || shift.empty()) return hour == 24 ? 0 : hour;
  if (shift == "am" || shift == "midnight") return hour == 12 ? 0 : hour;
  if (shift == "pm") return hour == 12 ? 12 : hour + 12;
  if (shift == "evening") return hour == 12 ? 0 : hour + 12;
  if (shift == "noon") return hour <= 7 ? hour + 12 : hour;
  return hour == 12 ? 0 : hour < 6 ? hour : hour + 12;  // night
}

bool is_word(const CalendarContext& c, size_t i) {
  return i < c.words.size() && c.words.tokens[i].kind == TokenKind::word;
}

// 14:30, 7:56:35, 59: 11 (turned around by right-to-left editing), read from the
// characters so that it does not matter how the tokens were cut.
size_t read_colon_clock(const CalendarContext& c, size_t i, Clock& clock) {
  const std::u16string& text = c.words.view.folded;
  size_t at = c.words.tokens[i].span.begin;
  int values[3] = {0, 0, -1};
  int count = 0;
  while (count < 3) {
    const size_t begin = at;
    int value = 0;
    while (at < text.size() && text[at] >= u'0' && text[at] <= u'9' && at - begin < 3)
      value = value * 10 + (text[at++] - u'0');
    const size_t length = at - begin;
    if (length == 0 || length > 2 || (count > 0 && length != 2)) return i;
    values[count++] = value;
    if (at >= text.size() || text[at] != u':' || count == 3) break;
    size_t next = at + 1;
    if (next < text.size() && text[next] == u' ') ++next;
    if (next >= text.size() || text[next] < u'0' || text[next] > u'9') break;
    at = next;
  }
  if (count < 2 || (at < text.size() && text[at] >= u'0' && text[at] <= u'9')) return i;
  if (values[0] > 24 && values[1] <= 24 && count == 2) std::swap(values[0], values[1]);
  if (values[0] > 24 || values[1] > 59 || values[2] > 59) return i;
  clock = {.hour = values[0], .minute = values[1], .second = values[2]};
  size_t last = i;
  while (last < c.words.size() && c.words.tokens[last].span.end < at) ++last;
  return last < c.words.size() && c.words.tokens[last].span.end == at ? last + 1 : i;
}

// "13,30" and "10.30" after the word hour.
bool read_point_clock(const CalendarContext& c, size_t i, Clock& clock) {
  const Token& token = c.words.tokens[i];
  if (token.kind != TokenKind::number || token.decimals != 2 || token.grouped ||
      !(token.value >= 0 && token.value < 25))
    return false;
  const int hour = static_cast<int>(token.value);
  const int minute = static_cast<int>(std::lround((token.value - hour) * 100));
  if (minute > 59) return false;
  clock = {.hour = hour, .minute = minute};
  return true;
}

// "hour 1847 GMT": the agencies' clock without its colon, only before a zone.
bool read_plain_clock(const CalendarContext& c, size_t i, Clock& clock) {
  const std::optional<int> digits = digits_at(c, i, 0, 2359);
  const FoldedSpan span = c.words.tokens[i].span;
  if (!digits || span.end - span.begin != 4 || *digits % 100 > 59) return false;
  if (match_at(c, i + 1, Table::time_zones) == nullptr) return false;
  clock = {.hour = *digits / 100, .minute = *digits % 100};
  return true;
}

// Minutes after "and" or "except": a quarter, ten minutes, 20 minutes.
size_t read_minutes(const CalendarContext& c, size_t i, bool unit_needed, int& minutes) {
  for (const WordMatch& match : i < c.words.size() ? c.words.at(i) : std::span<const WordMatch>()) {
    if (match.table != Table::clock_fractions || match.reading.preposition != 0) continue;
    minutes = value_of(match);
    return i + match.tokens;
  }
  if (i >= c.words.size()) return i;
  const WordMatch* minute = match_at(c, i, Table::time_units, Article::wanted);
  if (minute != nullptr && unit_of(*minute) == Unit::minute) {  // "and the eighth minute"
    const std::optional<Rank> rank = rank_at(c, i + 1);
    if (!rank || rank->value < 1 || rank->value > 59) return i;
    minutes = rank->value;
    return rank->last;
  }
  const std::optional<Number> number = number_at(c, i);
  if (!number || number->ordinal || number->fraction || !(number->value >= 1 && number->value <= 59)) return i;
  const WordMatch* unit = match_at(c, number->last, Table::time_units);
  const bool has_unit = unit != nullptr && unit_of(*unit) == Unit::minute;
  if (!has_unit && (unit_needed || number->digits)) return i;
  minutes = static_cast<int>(number->value);
  return number->last + (has_unit ? 1 : 0);
}

bool is_joined(const CalendarContext& c, size_t i) {
  if (!is_word(c, i)) return false;
  for (const Reading& reading : c.words.tokens.readings(i)) {
    if (reading.conjunction == u'\u0648') return true;
  }
  return false;
}

// "and a half", "except five minutes", again and again.
size_t read_minute_tail(const CalendarContext& c, size_t i, bool sure, Clock& clock) {
  size_t at = i;
  for (int round = 0; round < 2; ++round) {
    int minutes = 0;
    const WordMatch* except = role_at(c, at, "except");
    if (except != nullptr) {
      const size_t next = read_minutes(c, at + except->tokens, false, minutes);
      if (next == at + except->tokens) return at;
      clock.minute -= minutes;
      if (clock.minute < 0) {
        clock.minute += 60;
        clock.hour = (clock.hour + (clock.hour <= 12 ? 11 : 23)) % (clock.hour <= 12 ? 12 : 24);
      }
      at = next;
      continue;
    }
    const bool loose = has_mark(c, at, u'\u0648');
    if (!loose && !is_joined(c, at)) return at;
    const size_t from = loose ? at + 1 : at;
    const size_t next = read_minutes(c, from, !sure, minutes);
    if (next == from || clock.minute + minutes > 59) return at;
    clock.minute += minutes;
    at = next;
  }
  return at;
}

void apply_part(const WordMatch& part, ClockItem& item) {
  item.part = cell_of(part, day_parts_columns::part);
  item.shift = cell_of(part, day_parts_columns::shift);
  if (item.has_clock && item.clock.hour >= 0) {
    item.clock.hour = shift_hour(item.clock.hour, item.shift);
    item.clock.settled = true;
  }
  item.cued = true;
}

// "in the evening", "pm", "this morning", "(early)" after a clock time.
size_t read_part_tail(const CalendarContext& c, size_t i, ClockItem& item) {
  size_t at = i;
  if (const WordMatch* in = role_at(c, at, "in", Article::unwanted))
    at += in->tokens;
  else if (const WordMatch* of = role_at(c, at, "of", Article::unwanted))
    at += of->tokens;
  else if (const WordMatch* word = role_at(c, at, "this", Article::unwanted))
    at += word->tokens;
  const WordMatch* part = match_at(c, at, Table::day_parts);
  if (part == nullptr || part->reading.conjunction != 0 || part->reading.preposition == u'\u0643') return i;
  if (part->reading.preposition != 0 && at == i && !part->reading.article) return i;
  apply_part(*part, item);
  at += part->tokens;
  if (const WordMatch* early = role_at(c, at, "early", Article::wanted)) at += early->tokens;
  return at;
}

// A zone: "(in Greenwich time)"; it stays outside the span.
void read_zone(const CalendarContext& c, size_t i, ClockItem& item) {
  const size_t at = has_mark(c, i, u'(') ? i + 1 : i;
  const WordMatch* zone = match_at(c, at, Table::time_zones);
  if (zone == nullptr) return;
  item.cued = true;
  if (cell_of(*zone, time_zones_columns::offset) != "local") item.zone = row_value(zone->table, zone->row);
}

// "one o'clock (5:00 GMT) of the morning": the same time elsewhere, in between.
size_t skip_zone_aside(const CalendarContext& c, size_t i) {
  if (!has_mark(c, i, u'(')) return i;
  for (size_t at = i + 2; at < i + 8 && at < c.words.size(); ++at) {
    const WordMatch* zone = match_at(c, at, Table::time_zones);
    if (zone != nullptr && has_mark(c, at + zone->tokens, u')')) return at + zone->tokens + 1;
  }
  return i;
}

// The hour itself: digits or a word. Returns the token after it, or i.
size_t read_hour(const CalendarContext& c, size_t i, bool said_hour, ClockItem& item) {
  if (i >= c.words.size()) return i;
  const size_t colon = c.words.tokens[i].kind == TokenKind::word ? i : read_colon_clock(c, i, item.clock);
  if (colon != i) {
    item.cued = true;
    return colon;
  }
  if (const auto digits = digits_at(c, i, 0, 24)) {
    item.clock = {.hour = *digits};
    return i + 1;
  }
  if (read_point_clock(c, i, item.clock)) return i + 1;
  if (said_hour && read_plain_clock(c, i, item.clock)) return i + 1;
  const WordMatch* word = match_at(c, i, Table::clock_hours);
  if (word != nullptr && word->reading.preposition != u'\u0643') {
    item.clock = {.hour = value_of(*word)};
    item.indefinite = !word->reading.article && !said_hour;
    return i + word->tokens;
  }
  if (!is_word(c, i)) return i;
  const std::optional<Number> number = number_at(c, i);
  if (!number || number->fraction || number->ordinal || !(number->value >= 1 && number->value <= 12)) return i;
  const bool except = role_at(c, number->last, "except") != nullptr;
  if (!said_hour && !except) {  // "eight except twenty minutes", "three and a quarter"
    return i;
  }
  // The reader may have taken the minutes too: "three and a third".
  if (number->value != std::floor(number->value)) {
    item.clock = {.hour = static_cast<int>(number->value),
                  .minute = static_cast<int>(std::lround((number->value - std::floor(number->value)) * 60))};
    return number->last;
  }
  item.clock = {.hour = static_cast<int>(number->value)};
  return number->last;
}

// "after noon 7:00", "in the morning at 7": the part of the day comes first.
std::optional<ClockItem> read_part_first(const CalendarContext& c, size_t i) {
  std::optional<ClockItem> part = read_day_part(c, i);
  if (!part) {
    const WordMatch* lunch = role_at(c, i, "lunch");
    if (lunch == nullptr) return std::nullopt;
    part = ClockItem{.extent = extent_from(*lunch, i, i + lunch->tokens)};
  }
  size_t at = part->extent.last;
  if (role_at(c, at, "in", Article::unwanted) != nullptr) ++at;
  const bool said_hour = role_at(c, at, "hour") != nullptr;
  if (said_hour) ++at;
  ClockItem item = *part;
  item.has_clock = true;
  if (!is_word(c, at) || said_hour) {
    const size_t last = read_hour(c, at, said_hour, item);
    if (last == at || (!said_hour && !is_closed(c, last) && !match_at(c, last, Table::day_parts))) return std::nullopt;
    item.clock.hour = shift_hour(item.clock.hour, part->shift);
    item.clock.settled = !part->shift.empty();
    item.extent.last = read_part_tail(c, last, item);
    item.cued = true;
    item.rule = "part of the day and clock";
    return item;
  }
  return std::nullopt;
}

// "three minutes before eight".
std::optional<ClockItem> read_minutes_before(const CalendarContext& c, size_t i) {
  int minutes = 0;
  const size_t at = read_minutes(c, i, true, minutes);
  if (at == i || role_at(c, at, "before", Article::unwanted) == nullptr) return std::nullopt;
  size_t next = at + 1;
  if (role_at(c, next, "hour") != nullptr) ++next;
  const WordMatch* hour = match_at(c, next, Table::clock_hours, Article::wanted);
  if (hour == nullptr) return std::nullopt;
  const std::optional<Number> number = is_word(c, i) ? number_at(c, i) : std::nullopt;
  ClockItem item{.extent = {i, next + hour->tokens, number ? number->span.begin : c.words.tokens[i].span.begin},
                 .clock = {.hour = value_of(*hour)}};
  item.extent.last = read_minute_tail(c, item.extent.last, false, item.clock);
  item.clock.minute -= minutes;
  if (item.clock.minute < 0) {
    item.clock.minute += 60;
    item.clock.hour = (item.clock.hour + 11) % 12;
  }
  item.extent.last = read_part_tail(c, item.extent.last, item);
  item.cued = true;
  item.rule = "minutes before";
  return item;
}

}  // namespace

std::optional<ClockItem> read_day_part(const CalendarContext& c, size_t i) {
  if (!may_start(c, i, kClockStart)) return std::nullopt;
  const WordMatch* demonstrative = role_at(c, i, "this", Article::unwanted);
  size_t at = demonstrative != nullptr ? i + 1 : i;
  const WordMatch* early = demonstrative == nullptr ? role_at(c, i, "early", Article::unwanted) : nullptr;
  if (early != nullptr) {
    at += early->tokens;
    if (const WordMatch* of = role_at(c, at, "of", Article::unwanted)) at += of->tokens;
  }
  const WordMatch* part = match_at(c, at, Table::day_parts);
  if (part == nullptr || part->reading.preposition == u'\u0643') return std::nullopt;
  const WordMatch& head = demonstrative != nullptr ? *demonstrative : early != nullptr ? *early : *part;
  ClockItem item{.extent = extent_from(head, i, at + part->tokens), .has_clock = false, .rule = "part of the day"};
  apply_part(*part, item);
  if (const WordMatch* after = role_at(c, item.extent.last, "early", Article::any)) item.extent.last += after->tokens;
  item.cued = demonstrative != nullptr || early != nullptr || item.extent.last > at + part->tokens;
  return item;
}

std::optional<ClockItem> read_clock(const CalendarContext& c, size_t i) {
  if (!may_start(c, i, kClockStart)) return std::nullopt;
  if (std::optional<ClockItem> item = read_part_first(c, i)) return item;
  if (std::optional<ClockItem> item = read_minutes_before(c, i)) return item;
  const WordMatch* hour = role_at(c, i, "hour", Article::wanted);  // "an hour" is a length
  if (hour != nullptr && hour->reading.preposition == u'\u0643') hour = nullptr;
  size_t at = hour != nullptr ? i + 1 : i;
  if (hour != nullptr && role_at(c, at, "of", Article::unwanted) != nullptr && digits_at(c, at + 1, 0, 24)) ++at;
  if (is_loose_article(c, at) && hour != nullptr) ++at;
  ClockItem item{.extent = {i, at, 0}, .rule = "clock"};
  const size_t after = read_hour(c, at, hour != nullptr, item);
  if (after == at) return std::nullopt;
  const WordMatch* word = match_at(c, at, Table::clock_hours);
  const std::optional<Number> number =
      is_word(c, i) && hour == nullptr && word == nullptr ? number_at(c, i) : std::nullopt;
  item.extent.begin = hour != nullptr   ? hour->reading.name
                      : word != nullptr ? word->reading.name
                      : number          ? number->span.begin
                                        : c.words.tokens[i].span.begin;
  if (hour != nullptr) item.cued = true;
  size_t tail = read_minute_tail(c, after, hour != nullptr && !ends_with_role(c, i, "between"), item.clock);
  if (tail == after && hour == nullptr &&
      word != nullptr) {  // bare minutes want a part of the day: "five and thirty at night"
    ClockItem probe = item;
    const size_t bare = read_minute_tail(c, after, true, probe.clock);
    if (bare != after && read_part_tail(c, bare, probe) != bare) {
      item.clock.minute = probe.clock.minute;
      tail = bare;
    }
  }
  if (tail != after && word != nullptr) item.cued = true;
  if (tail != after && number) item.cued = true;
  const size_t aside = skip_zone_aside(c, tail);
  size_t last = read_part_tail(c, aside, item);
  if (last == aside) last = tail;
  if (last != tail) {  // "8 in the morning, this morning"
    ClockItem again = item;
    last = read_part_tail(c, last, again);
  }
  // "the ninth in the evening and three quarters"
  if (last != tail) last = read_minute_tail(c, last, false, item.clock);
  if (item.indefinite && tail == after) return std::nullopt;  // "one of the ..."
  read_zone(c, last, item);
  if (const WordMatch* lunch = role_at(c, last, "lunch")) last += item.cued ? lunch->tokens : 0u;
  item.extent.last = last;
  if (item.clock.hour == 24) item.clock.hour = 0;
  return item;
}

}  // namespace fihris
