// Cases in plain text files, readable by a linguist: one case a line, the
// input, a tab, what is expected. Lines that begin with "# " are comments. A
// missing or empty file fails.
#pragma once
#include <functional>
#include <string>

namespace fihris {

// Runs `print` on the input of every line of tests/text/cases/<name> and
// compares what it prints with the rest of the line.
void check_cases(const std::string& name, const std::function<std::string(const std::string&)>& print);

[[nodiscard]] std::string read_case_file(const std::string& name);

}  // namespace fihris
