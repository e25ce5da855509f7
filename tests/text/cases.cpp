#include "text/cases.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace fihris {

std::string read_case_file(const std::string& name) {
  const std::string path = std::string(FIHRIS_SOURCE_DIR) + "/tests/text/cases/" + name;
  std::ifstream in(path);
  EXPECT_TRUE(in.good()) << path << " is missing";
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

void check_cases(const std::string& name, const std::function<std::string(const std::string&)>& print) {
  std::stringstream file(read_case_file(name));
  int number = 0;
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const size_t tab = line.find('\t');
    if (line.empty() || line.rfind("# ", 0) == 0) continue;
    ASSERT_NE(tab, std::string::npos) << name << ':' << number << " has no tab";
    EXPECT_EQ(print(line.substr(0, tab)), line.substr(tab + 1)) << name << ':' << number;
    ++cases;
  }
  EXPECT_GT(cases, 0) << name << " holds no cases";
}

}  // namespace fihris
