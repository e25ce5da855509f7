// One line of the batch protocol: {"id": any, "text": "...", "date": "..."} in,
// the result with the same id out. A bad line is answered with its error on
// its own line, so that a run over thousands of lines never stops at one.
#pragma once
#include <string>
#include <string_view>

#include "findings.h"

namespace fihris {

struct LineResult {
  std::string json;   // one line, without its newline
  std::string error;  // empty where the line was good
};

// `defaults.published` counts where the line has no date of its own.
[[nodiscard]] LineResult analyse_line(std::string_view line, const Options& defaults);

}  // namespace fihris
