// The engine's one door for C++: text in, findings out. Any input is valid,
// lone surrogates included; limits become entries in `warnings`. No I/O, no
// global state besides constant tables; safe to call from several threads.
#pragma once
#include <string_view>

#include "findings.h"

namespace fihris {

[[nodiscard]] Analysis analyse(std::u16string_view source, const Options& options = {});

}  // namespace fihris
