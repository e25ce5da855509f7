// The result as JSON (schema fihris/1, see the README). The only place, with
// its neighbours in this folder, that writes JSON.
#pragma once
#include <string>
#include <string_view>

#include "findings.h"

namespace fihris {

// Compact JSON, UTF-8, keys in a fixed order; numbers in their shortest form
// that reads back the same. `id_json`: a JSON value to repeat as "id", or empty.
[[nodiscard]] std::string to_json(const Analysis& analysis, std::string_view id_json = {});

}  // namespace fihris
