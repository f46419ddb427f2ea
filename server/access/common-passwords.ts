/** Long enough to pass by length and still among the first that are tried: common lists, the keyboard, and our own field. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `0123456789 0987654321 1029384756 1111111111 1122334455 1212121212 1231231231 1234554321 1234567890 12345678900
  12345678910 123456789a 123456789q 123456789abc 1234567890a 1234567890q 1234567891 123456abcd 1234abcd1234 123abc123abc
  123qwe123qwe 1357924680 147258369a 1472583690 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz@wsx3edc 2222222222 5201314520
  5201314521 6666666666 7758521521 7894561230 8888888888 9876543210 9999999999 a123456789 a1b2c3d4e5 aa12345678
  aa123456789 aaa1234567 abc1234567 abc123456789 abcd123456 abcd12345678 abcdefg123 abcdefghij admin12345 admin123456
  admin@12345 admin@123456 administrator asdfghjkl1 asdfghjkl123 changeme123 emergency1 emergency119 fenghuo123
  fenghuo1234 fenghuo119119 fenghuo12345 football123 ganzhou123 ganzhou1234 ganzhou123456 ganzhou360700 huawei@123
  iloveyou12 iloveyou123 letmein1234 password00 password01 password11 password12 password123 password1234 password12345
  password123456 password@1 password@123 p@ssw0rd12 p@ssw0rd123 passw0rd123 q1w2e3r4t5 qazwsxedc1 qazwsxedc123
  qwer123456 qwer12345678 qwert12345 qwerty1234 qwerty12345 qwerty123456 qwertyuiop qwertyuiop1 qwertyuiop123 rescue119119
  root123456 system12345 test123456 test1234567 welcome123 welcome1234 woaini1314 woaini1314520 woaini5201314 woaini520520
  yingji119119 yingji12345 zaq12wsxcde3 zxcvbnm123 zxcvbnm1234 zxcvbnm,./`.split(/\s+/),
);
