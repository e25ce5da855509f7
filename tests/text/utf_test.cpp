#include "text/utf.h"

#include <gtest/gtest.h>

#include "text/iso_day.h"

namespace fihris {
namespace {

TEST(Utf, NamesTheFirstBadByte) {
  EXPECT_EQ(utf8_to_utf16("ab\xff"
                          "c")
                .bad_byte,
            2U);
  EXPECT_EQ(utf8_to_utf16("\xd9").bad_byte, 0U);          // cut off
  EXPECT_EQ(utf8_to_utf16("\xed\xa0\x80").bad_byte, 0U);  // a surrogate in UTF-8
  EXPECT_EQ(utf8_to_utf16("\xc0\xaf").bad_byte, 0U);      // overlong
  EXPECT_FALSE(utf8_to_utf16("\xf0\x9f\x98\x80").bad_byte.has_value());
}

TEST(Utf, RoundTripsAndReplacesLoneSurrogates) {
  const std::string text = "a\xd9\x85\xf0\x9f\x98\x80";
  EXPECT_EQ(utf16_to_utf8(utf8_to_utf16(text).text), text);
  const std::u16string lone = {u'a', char16_t(0xD83D)};
  EXPECT_EQ(utf16_to_utf8(lone), "a\xef\xbf\xbd");
}

TEST(IsoDay, TakesOnlyDaysThatExist) {
  EXPECT_EQ(parse_iso_day("2024-02-29"), (Day{2024, 2, 29}));
  EXPECT_EQ(parse_iso_day("2024-02-29T10:00:00Z"), (Day{2024, 2, 29}));
  for (const char* bad :
       {"2023-02-29", "2024-2-9", "2024-13-01", "2024-00-01", "24-01-01", "2024/01/01", "", "2024-01-0x"})
    EXPECT_FALSE(parse_iso_day(bad).has_value()) << bad;
}

}  // namespace
}  // namespace fihris
