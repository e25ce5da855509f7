#include "output/values.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace fihris {

std::string format_number(double value) {
  char buffer[40];
  if (std::nearbyint(value) == value && std::abs(value) < 9007199254740992.0) {
    std::snprintf(buffer, sizeof buffer, "%.0f", value);
    return buffer;
  }
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
    if (std::strtod(buffer, nullptr) == value) break;
  }
  return buffer;
}

std::string describe_value(const Figure& f) {
  std::string out;
  const auto add = [&out](const std::string& part) {
    if (part.empty()) return;
    if (!out.empty()) out += ' ';
    out += part;
  };
  add(std::string(kHedgeNames[static_cast<size_t>(f.hedge)]));
  if (f.value) {
    add(format_number(*f.value));
  } else if (f.low || f.high) {
    add((f.low ? format_number(*f.low) : "") + ".." + (f.high ? format_number(*f.high) : ""));
  }
  if (f.score) add(std::to_string((*f.score)[0]) + "-" + std::to_string((*f.score)[1]));
  add(f.unit);
  if (!f.per.empty()) add("/" + f.per);
  add(f.timex);
  if (!f.hijri.empty()) add("H" + f.hijri);
  return out;
}

}  // namespace fihris
