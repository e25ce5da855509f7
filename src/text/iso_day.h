// A calendar day and its ISO 8601 form, as the callers give the publication
// date. Reading Arabic dates is the figures room's work, not done here.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace fihris {

// A day of the proleptic Gregorian calendar.
struct Day {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31
  friend bool operator==(const Day&, const Day&) = default;
};

[[nodiscard]] int days_in_month(int year, int month);

// "2025-02-26", or the day part of "2025-02-26T10:00:00Z"; nullopt for
// anything else and for days that do not exist.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace fihris
