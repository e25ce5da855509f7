// A figure's value as one short line of Latin letters and digits, the same in
// the text report, the CSV and the gold files: "approx 1000000000000 USD /year",
// "30..33 %", "2021-02-09", "P3D". It reads no text and knows no Arabic.
#pragma once
#include <string>

#include "findings.h"

namespace fihris {

// Shortest decimal form that reads back as the same double: "3.5", "1e+21".
[[nodiscard]] std::string format_number(double value);

[[nodiscard]] std::string describe_value(const Figure& figure);

}  // namespace fihris
